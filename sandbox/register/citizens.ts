import { residentId, samplePhone } from './numbers.ts'

/** 0 非实名, 1 初级, 2 中级, 3 高级 (Art. 8). */
export type Level = 1 | 2 | 3

/** An invented natural person, as the population register (人口库) and the identity platform know them. */
export interface SamplePerson {
  sub: string
  kind: 'person' | 'foreign-person'
  name: string
  sex: '男' | '女'
  birthday: string
  address: string
  idKind: 'resident-id' | 'passport'
  idNumber: string
  phone: string
  nationality: string
  /** The level that the account has reached before anyone steps up. */
  level: Level
  /** 社保卡号 and the end of a bank card that the identity platform can compare. Invented. */
  socialSecurityCard: string
  bankCardTail: string
  /** What this person is for in the sample world. */
  purpose: string
}

type Row = [
  sub: string,
  name: string,
  sex: '男' | '女',
  birthday: string,
  sequence: number,
  address: string,
  level: Level,
  purpose: string,
]

const ROWS: Row[] = [
  ['chen-rongsheng', '陈榕生', '男', '1986-03-12', 11, '鼓楼区示例路 12 号', 2, '开小餐馆，申请食品经营许可'],
  ['lin-wan', '林晚', '女', '1992-11-05', 22, '台江区示例巷 7 号', 1, '申报前要先升级认证'],
  ['zheng-xiurong', '郑秀榕', '女', '1951-06-18', 36, '仓山区示例新村 3 座', 2, '长辈，用长辈版办老年优待'],
  ['huang-haisheng', '黄海生', '男', '1979-09-30', 41, '马尾区示例街 88 号', 3, '货运公司法定代表人'],
  ['wu-moli', '吴茉莉', '女', '1988-05-21', 58, '台江区示例里 16 号', 2, '茶铺经营者，办公共场所卫生许可'],
  ['zhang-minjiang', '张闽江', '男', '1983-01-09', 63, '晋安区示例大道 101 号', 3, '建设公司法定代表人'],
  ['he-wushan', '何乌山', '男', '1995-12-01', 77, '鼓楼区示例坊 5 号', 2, '高校毕业生，办就业与社保'],
  ['cai-yushan', '蔡于山', '女', '1990-07-14', 84, '台江区示例弄 2 号', 2, '护士，办执业注册'],
  ['ye-xihu', '叶西湖', '女', '1984-04-27', 92, '鼓楼区示例湖畔 9 号', 3, '文化公司法定代表人'],
  ['xu-shuanghang', '许双杭', '男', '1968-10-10', 105, '台江区示例码头 1 号', 2, '养老机构负责人'],
  ['wang-nanhou', '王南后', '男', '1999-02-28', 119, '鼓楼区示例街 33 号', 1, '刚注册的账号'],
  ['liu-gushan', '刘鼓山', '男', '1975-08-08', 121, '晋安区示例岭 66 号', 2, '环保公司法定代表人'],
  ['yang-baima', '杨白马', '女', '2001-03-03', 134, '台江区示例河路 20 号', 2, '幼儿园教师，申请教师资格'],
  ['fang-cangqian', '方仓前', '女', '1963-11-19', 148, '仓山区示例前路 4 号', 2, '社会团体负责人'],
]

const natives: SamplePerson[] = ROWS.map(
  ([sub, name, sex, birthday, sequence, address, level, purpose], i) => ({
    sub: `person-${sub}`,
    kind: 'person',
    name,
    sex,
    birthday,
    address: `福州市${address}（示例）`,
    idKind: 'resident-id',
    idNumber: residentId(birthday, sequence),
    phone: samplePhone(i + 1),
    nationality: '中国',
    level,
    socialSecurityCard: `SB${String(90000001 + i)}`,
    bankCardTail: String(9001 + i),
    purpose,
  }),
)

/** UTO is the country of specimen passports in ICAO 9303: no state has it. */
const foreigner: SamplePerson = {
  sub: 'person-emma-sample',
  kind: 'foreign-person',
  name: 'EMMA SAMPLE',
  sex: '女',
  birthday: '1989-08-17',
  address: '福州市鼓楼区示例国际社区 1 号（示例）',
  idKind: 'passport',
  idNumber: 'UTO000017',
  phone: samplePhone(90),
  nationality: 'UTO',
  level: 2,
  socialSecurityCard: 'SB90000090',
  bankCardTail: '9090',
  purpose: '外籍申请人，看英文版',
}

export const samplePeople: readonly SamplePerson[] = [...natives, foreigner]

export function samplePerson(sub: string): SamplePerson {
  const found = samplePeople.find((p) => p.sub === sub)
  if (!found) throw new Error(`No sample person ${sub}.`)
  return found
}
