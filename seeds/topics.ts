/** What the hall groups items by (主题). An item names topics by their Chinese name. */
export interface Topic {
  name: string
  nameEn: string
  /** Short line under the name. */
  about: string
  for: readonly ('person' | 'enterprise')[]
}

export const topics = [
  {
    name: '开店办企',
    nameEn: 'Start a business',
    about: '登记、许可、备案',
    for: ['person', 'enterprise'],
  },
  { name: '餐饮食品', nameEn: 'Food', about: '做吃的、卖吃的', for: ['person', 'enterprise'] },
  { name: '卫生健康', nameEn: 'Health', about: '场所卫生、医护执业', for: ['person', 'enterprise'] },
  {
    name: '就业社保',
    nameEn: 'Work and social insurance',
    about: '找到工作、参保、用工',
    for: ['person', 'enterprise'],
  },
  { name: '婚育养老', nameEn: 'Family and old age', about: '生育、优待、养老服务', for: ['person'] },
  { name: '社会组织', nameEn: 'Non-profit bodies', about: '成立、变更、募捐', for: ['enterprise'] },
  { name: '交通出行', nameEn: 'Transport', about: '货运、网约车、临时牌照', for: ['person', 'enterprise'] },
  { name: '建房装修', nameEn: 'Building', about: '施工、预售、渣土', for: ['enterprise'] },
  { name: '城市管理', nameEn: 'Streets and signs', about: '招牌、占道、树木', for: ['person', 'enterprise'] },
  { name: '文化旅游', nameEn: 'Culture and travel', about: '演出、旅行社', for: ['enterprise'] },
  { name: '环保水务', nameEn: 'Environment and water', about: '排污、取水、河道', for: ['enterprise'] },
  { name: '教育培训', nameEn: 'Education', about: '教师资格、校车', for: ['person', 'enterprise'] },
  { name: '公安户政', nameEn: 'Public security', about: '活动安全、车辆牌证', for: ['person', 'enterprise'] },
] as const satisfies readonly Topic[]

export type TopicName = (typeof topics)[number]['name']

/** Life events (一件事): what a person or a business sets out to do, and the items that it takes, in the usual order. */
export interface LifeEvent {
  key: string
  name: string
  nameEn: string
  for: 'person' | 'enterprise'
  /** Slugs of items under seeds/items. */
  items: readonly string[]
}

export const lifeEvents: readonly LifeEvent[] = [
  {
    key: 'open-eatery',
    name: '我要开小吃店',
    nameEn: 'Open a small eatery',
    for: 'person',
    items: ['trader-registration', 'food-licence', 'sign-permit', 'sewage-drain'],
  },
  {
    key: 'first-job',
    name: '我要上班了',
    nameEn: 'Start my first job',
    for: 'person',
    items: ['employment-registration', 'insurance-certificate'],
  },
  {
    key: 'welcome-baby',
    name: '家里要添孩子',
    nameEn: 'A child is on the way',
    for: 'person',
    items: ['birth-registration'],
  },
  {
    key: 'growing-old',
    name: '老人过六十岁',
    nameEn: 'Turning sixty',
    for: 'person',
    items: ['senior-card'],
  },
  {
    key: 'become-teacher',
    name: '我要当老师',
    nameEn: 'Become a teacher',
    for: 'person',
    items: ['teacher-qualification'],
  },
  {
    key: 'drive-for-work',
    name: '我要跑网约车',
    nameEn: 'Drive for a living',
    for: 'person',
    items: ['temporary-plate', 'ride-hailing-driver'],
  },
  {
    key: 'open-restaurant',
    name: '企业开餐饮门店',
    nameEn: 'Open a restaurant as a company',
    for: 'enterprise',
    items: ['food-licence', 'sign-permit', 'sewage-drain'],
  },
  {
    key: 'open-hotel',
    name: '开茶馆、酒店、美容店',
    nameEn: 'Open a teahouse, hotel or salon',
    for: 'enterprise',
    items: ['public-place-hygiene', 'sign-permit', 'special-equipment'],
  },
  {
    key: 'start-works',
    name: '工程要开工',
    nameEn: 'Break ground',
    for: 'enterprise',
    items: ['construction-permit', 'road-excavation', 'construction-waste', 'soil-conservation'],
  },
  {
    key: 'run-factory',
    name: '工厂要投产',
    nameEn: 'Start a plant',
    for: 'enterprise',
    items: ['pollutant-permit', 'water-abstraction', 'special-equipment'],
  },
  {
    key: 'hold-event',
    name: '办一场演出或活动',
    nameEn: 'Hold a show or an event',
    for: 'enterprise',
    items: ['performance-permit', 'mass-event', 'road-occupation'],
  },
  {
    key: 'run-nonprofit',
    name: '办一家社会组织',
    nameEn: 'Run a non-profit body',
    for: 'enterprise',
    items: ['ngo-registration', 'social-body-change', 'public-fundraising'],
  },
]
