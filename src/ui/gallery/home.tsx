import type { ReactElement } from 'react'
import {
  Button,
  CallCard,
  Columns,
  Hero,
  KeyFigures,
  type Lang,
  LineLink,
  LinkButton,
  Page,
  Reminder,
  Row,
  SearchBox,
  Section,
  TextField,
  Tiles,
  TopicIndex,
} from '../index.ts'
import type { Mode } from './mode.ts'

export function HomeSpecimen({ lang = 'zh', mode = 'standard' }: { lang?: Lang; mode?: Mode }): ReactElement {
  const en = lang === 'en'
  const topics = (names: string[], to: string) =>
    names.map((name, i) => ({ name: name.split('|')[0]!, note: name.split('|')[1], href: `/${to}/${i}` }))
  return (
    <Page
      lang={lang}
      mode={mode}
      title={en ? 'Home' : '首页'}
      path="/"
      place="find"
      account={en ? undefined : '陈榕生'}
      full
    >
      <Hero question={en ? 'What do you need done?' : '您想办什么事？'}>
        <SearchBox
          label={en ? 'In your own words' : '用平常的话说，拼音也行'}
          placeholder={en ? 'e.g. open a restaurant' : '例如：开饭店'}
          common={['食品经营许可', '居住证办理', '社保参保证明', '租房提取公积金'].map((text) => ({
            text,
            href: `/items/${text}`,
          }))}
        />
      </Hero>
      <div className="inner">
        <Reminder
          title="食品经营许可（新办）：2 份材料等您补正"
          text="11月26日（周四）前补好，部门接着办。"
          clock={{ state: 'you', days: 3 }}
          act={
            <LinkButton href="/my/dossiers/1" small>
              去补正
            </LinkButton>
          }
        />
        {mode === 'elder' && (
          <Section title="常办的事" variant="plain">
            <Tiles
              tiles={[
                { name: '养老金', note: '查每月多少', href: '/a' },
                { name: '医保', note: '查余额、异地看病', href: '/b' },
              ]}
            />
            <CallCard title="打电话，有人帮您办" note="说福州话也可以。" act="拨打 12345" number="12345" />
          </Section>
        )}
        <div className="section section-plain">
          <Columns>
            <Section title="个人办事" variant="plain">
              <TopicIndex
                topics={topics(
                  [
                    '出生|上户口、医保、生育津贴',
                    '上学|入学、助学、学籍',
                    '工作|社保、就业、职称',
                    '住房|公积金、租房、不动产',
                    '结婚|预约、生育登记',
                    '看病|医保、异地就医',
                    '养老|养老金、高龄补贴',
                    '身后事|丧葬补助、继承',
                  ],
                  'persons',
                )}
              />
              <LineLink href="/items?for=persons">全部个人事项</LineLink>
            </Section>
            <Section title="企业办事" variant="plain">
              <TopicIndex
                topics={topics(
                  [
                    '开办|设立、刻章、开户',
                    '开店|餐饮、零售、宾馆',
                    '用工|社保、招聘、工时',
                    '建房|规划、施工、验收',
                    '纳税|申报、发票、优惠',
                    '变更|名称、地址、股东',
                    '知识产权|专利、商标、版权',
                    '注销|清算、一次办',
                  ],
                  'bodies',
                )}
              />
              <LineLink href="/items?for=bodies">全部企业事项</LineLink>
            </Section>
          </Columns>
        </div>
        <Section title="查办到哪一步" variant="side" note="不用登录。编号和查询码在收件凭证和短信里。">
          <form action="/progress">
            <Row>
              <TextField name="number" label="办件编号" inputMode="numeric" secret />
              <TextField
                name="code"
                label="查询码（6 位）"
                width="short"
                inputMode="numeric"
                maxLength={6}
                secret
              />
              <Button weight="secondary">查进度</Button>
            </Row>
          </form>
        </Section>
        <Section title="不在网上办" variant="side">
          <Columns count={3}>
            {['预约窗口', '自助终端', '请家人代办'].map((name) => (
              <div key={name}>
                <h3>{name}</h3>
                <p className="small mute">约好时间直接去。约成了，部门不能拒绝办理。</p>
                <LineLink href={`/${name}`}>选地点和时间</LineLink>
              </div>
            ))}
          </Columns>
        </Section>
        <Section title="说到做到" variant="side">
          <KeyFigures
            figures={[
              { term: '按时办结', value: '99.2%', note: '超期 31 件，逐件说明' },
              { term: '比承诺早', value: '1.8', unit: '个工作日', note: '平均每件' },
              { term: '没跑现场', value: '83%', note: '全程网办' },
              { term: '不满意', value: '47', unit: '件', note: '44 件已回访' },
            ]}
          />
          <p className="section-note">
            2026年10月，全市 3,962 件（示例数据）。<a href="/figures">看每个部门的数据</a>
          </p>
        </Section>
      </div>
    </Page>
  )
}
