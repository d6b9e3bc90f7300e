/**
 * How the hall groups what is published: the topics (主题) that items name, and what people set out to do (一件事).
 * Only what has published items is shown; a topic that stands here in no list is shown by its own name.
 */
import type { Text } from '../../ui/index.ts'

export interface Topic {
  /** In the address. */
  key: string
  /** As items name it. */
  name: Text
  about: Text
}

const topic = (key: string, zh: string, en: string, about: string, aboutEn: string): Topic => ({
  key,
  name: { zh, en },
  about: { zh: about, en: aboutEn },
})

export const TOPICS: readonly Topic[] = [
  topic('business', '开店办企', 'Starting a business', '登记、许可、备案', 'Registration, licences, filings'),
  topic('food', '餐饮食品', 'Food', '做吃的、卖吃的', 'Making and selling food'),
  topic('health', '卫生健康', 'Health', '场所卫生、医护执业', 'Hygiene of premises, medical staff'),
  topic('work', '就业社保', 'Work and insurance', '参保、就业、用工', 'Jobs, insurance, employing'),
  topic('family', '婚育养老', 'Family and old age', '生育、优待、养老', 'Births, old age, care'),
  topic('nonprofit', '社会组织', 'Non-profit bodies', '成立、变更、募捐', 'Founding, changes, fundraising'),
  topic('transport', '交通出行', 'Transport', '货运、网约车、临时牌照', 'Freight, ride-hailing, plates'),
  topic('building', '建房装修', 'Building', '施工、预售、渣土', 'Works, presale, waste'),
  topic('streets', '城市管理', 'Streets and signs', '招牌、占道、树木', 'Signs, road use, trees'),
  topic('culture', '文化旅游', 'Culture and travel', '演出、旅行社', 'Shows, travel agencies'),
  topic('environment', '环保水务', 'Environment and water', '排污、取水、水土', 'Discharge, water, soil'),
  topic('education', '教育培训', 'Education', '教师资格、校车', 'Teachers, school buses'),
  topic('safety', '公安户政', 'Public security', '活动安全、车辆牌证', 'Events, vehicles'),
]

export interface LifeEvent {
  key: string
  name: Text
  for: 'person' | 'enterprise'
  /** Beginnings of item names, in the order in which one usually does them. */
  items: readonly string[]
}

const event = (
  key: string,
  audience: LifeEvent['for'],
  zh: string,
  en: string,
  ...items: string[]
): LifeEvent => ({ key, for: audience, name: { zh, en }, items })

export const LIFE_EVENTS: readonly LifeEvent[] = [
  event(
    'open-eatery',
    'person',
    '开一家小吃店',
    'Open a small eatery',
    '个体工商户',
    '食品经营许可',
    '户外招牌',
    '城镇污水',
  ),
  event('first-job', 'person', '找到工作了', 'Start a job', '就业登记', '社会保险'),
  event('new-child', 'person', '家里添孩子', 'A child is on the way', '生育登记'),
  event('turn-sixty', 'person', '老人满六十岁', 'Turning sixty', '老年人'),
  event('drive', 'person', '开网约车', 'Drive for a living', '机动车临时', '网络预约'),
  event(
    'open-restaurant',
    'enterprise',
    '公司开餐饮店',
    'Open a restaurant',
    '食品经营许可',
    '户外招牌',
    '城镇污水',
  ),
  event(
    'start-works',
    'enterprise',
    '工程要开工',
    'Break ground',
    '建筑工程施工',
    '挖掘',
    '城市建筑垃圾',
    '生产建设',
  ),
  event('run-factory', 'enterprise', '工厂要投产', 'Start a plant', '排污', '取水', '特种设备'),
  event(
    'hold-show',
    'enterprise',
    '办演出或活动',
    'Hold a show or an event',
    '营业性演出',
    '大型',
    '临时占用',
  ),
  event(
    'run-nonprofit',
    'enterprise',
    '办社会组织',
    'Run a non-profit body',
    '民办非企业',
    '社会团体',
    '慈善组织',
  ),
]

/** What is often looked for, as people say it. Shown only where it finds something. */
export const OFTEN: readonly Text[] = [
  { zh: '开饭店', en: 'Open a restaurant' },
  { zh: '社保证明', en: 'Proof of social insurance' },
  { zh: '老年人优待证', en: 'Senior card' },
  { zh: '网约车', en: 'Ride-hailing' },
  { zh: '教师资格', en: 'Teaching qualification' },
]
