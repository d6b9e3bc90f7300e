/** Invented records in the shapes in which other platforms hand over their guides. */
import { creditCode } from '../sandbox/register/numbers.ts'

/** An invented record as a province's catalogue exports it. */
export function flat(serial: number, changes: object = {}) {
  const basic = `4401${String(90000 + serial)}000`
  const organ = creditCode('11', 700)
  return {
    impl_code: `${organ}2${basic}`,
    basic_code: basic,
    name: `示例许可 ${serial}`,
    item_type_code: '01',
    item_type: '行政许可',
    dept: '示例省示例厅',
    dept_org_code: organ.slice(8, 17),
    area_code: '990000',
    area: '示例省',
    level: '省级',
    conditions: '第一条\n第二条',
    materials: ['申请表', '身份证明'],
    legal_limit: { days: 20, unit: '工作日' },
    promise_limit: { days: 5, unit: '工作日' },
    visits_required: 0,
    online: true,
    express: null,
    bookable: false,
    place: '示例路 1 号',
    consult_phone: '0591-00000101',
    complaint_phone: '0591-00000102',
    themes: ['其他'],
    service_objects: ['自然人', '非法人企业'],
    ...changes,
  }
}

/** An invented record as an item library returns it. */
export function detailed(serial: number, changes: object = {}) {
  const basic = `0001${String(80000 + serial)}000`
  const organ = creditCode('11', 701)
  return {
    impl_code: `${organ}4${basic}`,
    basic_code: basic,
    handle_item_code: '',
    name: `示例审批 ${serial}`,
    item_type_code: '01',
    item_type: '行政许可',
    level_code: '4',
    area_code: '990721',
    dept: '示例县行政审批局',
    dept_code: organ,
    serve_object_codes: ['2', '9'],
    project_type_code: '2',
    legal_limit: { days: 20, unit: '工作日' },
    legal_limit_note: '无',
    promise_limit: { days: 8, unit: '工作日' },
    fee: false,
    conditions: '有固定场所',
    materials: [
      {
        name: '申请书',
        required: true,
        by_law: '《示例办法》第二条',
        original_copies: 2,
        photocopies: 1,
        source: '申请人自备',
        source_channel_code: '10',
        accept_standard: '内容真实',
        paper: 'A4',
      },
    ],
    laws: [{ name: '《示例法》', number: '示例令第 1 号', clause: '第三条', content: '示例内容' }],
    special_links: [{ name_code: '9', days: 15, unit: '工作日', basis: '《示例办法》第八条' }],
    window: { name: '综合窗口', address: '示例街 2 号', hours: '工作日 9:00–17:00', traffic: '' },
    result: { name: '关于示例的批复', type_code: '20' },
    handle_form_codes: ['1', '2'],
    online: true,
    visits_required: 1,
    visit_reason: '核验原件',
    consult_phone: '0591-00000103',
    complaint_phone: '0591-00000104',
    themes: { natural: [], legal: ['040'] },
    faq: [{ q: '要多久？', a: '8 个工作日。' }],
    ...changes,
  }
}
