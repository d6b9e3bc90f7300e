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
