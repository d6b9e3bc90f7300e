import type { ReactElement } from 'react'
import {
  Actions,
  Button,
  Card,
  ClockChip,
  CorrectionItem,
  DataTable,
  FilterPills,
  LineLink,
  LinkButton,
  Opening,
  Page,
  PaperList,
  Phone,
  Saying,
  Section,
  Split,
  Timeline,
  TurnCard,
  UploadRow,
} from '../index.ts'
import type { Mode } from './mode.ts'

const accept = '.pdf,.jpg,.png'

export function DossierSpecimen({ mode = 'standard' }: { mode?: Mode }): ReactElement {
  return (
    <Page
      lang="zh"
      mode={mode}
      title="等您补正 · 食品经营许可（新办）"
      path="/my/dossiers/1"
      place="mine"
      account="陈榕生"
      noIndex
      flash={{ text: '已撤回延期申请', undo: { action: '/undo', text: '撤销' } }}
      crumbs={[
        { text: '我的', href: '/my' },
        { text: '办件', href: '/my/dossiers' },
        { text: '350102-20261117-0042' },
      ]}
    >
      <Opening
        title="食品经营许可（新办）"
        sample
        close
        facts={[
          <>
            办件编号{' '}
            <span key="c" className="code">
              350102-20261117-0042
            </span>
          </>,
          '鼓楼区市场监督管理局（示例）',
          '11月17日提交',
        ]}
      />
      <Split
        asideLabel="联系和操作"
        aside={
          <Card>
            <p className="fine">经办</p>
            <p>
              <b>鼓楼区市场监督管理局（示例）</b>
            </p>
            <p>
              <Phone number="0591-0000 0101" />
            </p>
            <p className="fine">工作日 9:00–17:30</p>
            <hr />
            <LineLink href="/withdraw">撤回申请</LineLink>
            <br />
            <LineLink href="/complaints">投诉</LineLink>
          </Card>
        }
      >
        <TurnCard
          clock={{ state: 'you', days: 3 }}
          title="请补正 2 份材料"
          acts={
            <>
              <LinkButton href="#fix">开始补正</LinkButton>
              <LinkButton href="/late" weight="quiet">
                来不及，申请延期
              </LinkButton>
            </>
          }
        >
          <p>11月26日（周四）24:00 前在网上补好就行。今天补，最晚 12月2日（周三）办结。</p>
        </TurnCard>
        <Section id="fix" title="要补正什么" note="这是一次性告知：其余 3 份材料没有问题。">
          <CorrectionItem
            number={1}
            material="经营场所平面图"
            wrong="图上没有标出凉菜操作区，看不出和热菜分开。"
            remedy="在原图上画出凉菜区的位置和尺寸，手写标注也可以。拍照重传这一页。"
            basis={
              <>
                申请材料应当能说明设备布局 <a href="/law">看条文</a>
              </>
            }
            given={<a href="/file">平面图.pdf</a>}
          >
            <UploadRow
              name="u1"
              title="重传平面图"
              heading="h4"
              state="empty"
              detail="PDF、JPG、PNG，不超过 20 MB"
              input={{ accept }}
            />
          </CorrectionItem>
          <CorrectionItem
            number={2}
            material="食品安全管理制度目录"
            wrong="缺「从业人员健康管理」一项。"
            remedy="补上这一项，也可以直接用范本。"
          >
            <Actions>
              <Button weight="secondary" small>
                用范本生成
              </Button>
              <Button weight="quiet" small>
                自己上传
              </Button>
            </Actions>
          </CorrectionItem>
        </Section>
        <Section title="办到哪一步" note="10:42 刚更新。补正期间，部门的办理时限还没有开始算。">
          <Timeline
            variant="dossier"
            steps={[
              { state: 'done', title: '您提交了申请', meta: '11月17日（周二）14:06' },
              {
                state: 'done',
                title: '部门看完材料，请您补正',
                meta: '11月19日（周四）10:32　注册许可科 3 号窗口',
                text: '用了 2 个工作日，法定 5 个。',
              },
              { state: 'now', title: '等您补正', meta: '11月26日（周四）前' },
              { state: 'next', title: '部门审查补正的材料', meta: '收到后 2 个工作日内' },
              { state: 'next', title: '发电子许可证，办结', meta: '第 5 日' },
            ]}
          />
        </Section>
        <Section title="文书">
          <PaperList
            papers={[
              {
                title: '补齐补正通知书',
                note: '11月19日，已盖电子印章',
                href: '/doc/1',
                act: '打开',
                sealed: true,
              },
              { title: '申请书', note: '11月17日，您提交的版本', href: '/doc/2', act: '打开' },
            ]}
          />
        </Section>
        <Section title="和部门对话">
          <Saying mine by="您，11月20日 9:15">
            凉菜区可以和饮品区共用一个水池吗？
          </Saying>
          <Saying by="注册许可科 3 号窗口，11月20日 11:02">不可以，凉菜区要有单独的水池。</Saying>
        </Section>
      </Split>
      <Section title="其他办件">
        <FilterPills
          label="筛选办件"
          pills={[
            { text: '全部', count: 4, href: '/my/dossiers', current: true },
            { text: '部门在办', count: 3, href: '/my/dossiers?s=open' },
            { text: '已办结', count: 1, href: '/my/dossiers?s=closed' },
          ]}
        />
        <DataTable
          caption="其他办件"
          columns={['事项', '时限', '现在到', '下一步']}
          rows={[
            [
              <a key="a" href="/d/1">
                户外招牌设置许可
              </a>,
              <ClockChip key="c" state="department" days={6} />,
              '审查',
              '等部门决定',
            ],
            [
              <a key="a" href="/d/2">
                排水许可
              </a>,
              <ClockChip key="c" state="near" days={1} />,
              '决定',
              '11月24日（周二）前办结',
            ],
            [
              <a key="a" href="/d/3">
                公众聚集场所消防检查
              </a>,
              <ClockChip key="c" state="over" days={2} />,
              '审查',
              '已督办，11月25日前回复您',
            ],
            [
              <a key="a" href="/d/4">
                社保单位登记
              </a>,
              <ClockChip key="c" state="closed" text="11月6日办结，早 1 个工作日" />,
              '已办结',
              <a key="r" href="/rate">
                评价这次办事
              </a>,
            ],
          ]}
        />
      </Section>
    </Page>
  )
}
