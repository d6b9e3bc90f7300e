import type { ReactElement } from 'react'
import {
  Actions,
  Button,
  ClockChip,
  Columns,
  Flash,
  type Lang,
  LicenceFace,
  LinkButton,
  Message,
  NoticeCard,
  Opening,
  Page,
  QrCode,
  Split,
  Stack,
  TickList,
} from '../index.ts'

export function LicenceSpecimen(): ReactElement {
  const modules = Array.from({ length: 25 }, (_, y) =>
    Array.from({ length: 25 }, (_, x) => (x * 7 + y * 11 + x * y) % 3 === 0),
  )
  return (
    <Page
      lang="zh"
      title="食品经营许可证 · 我的证照"
      path="/my/licences/1"
      place="mine"
      account="陈榕生"
      crumbs={[
        { text: '我的', href: '/my' },
        { text: '证照', href: '/my/licences' },
        { text: '食品经营许可证' },
      ]}
    >
      <Opening
        title="食品经营许可证"
        sample
        close
        facts={[
          <ClockChip key="c" state="valid" text="有效，到 2031年12月1日" />,
          '福州市鼓楼区榕荫小馆（示例）',
        ]}
      />
      <Split
        asideFirst
        asideLabel="出示二维码"
        aside={
          <div className="card show-code">
            <h2 className="card-title">检查人员来了，出示这个码</h2>
            <QrCode modules={modules} label="查验二维码（示例）" />
            <Button weight="secondary" wide icon="qr" type="button">
              全屏出示
            </Button>
            <p className="fine">截图过期就不能用。</p>
          </div>
        }
      >
        <LicenceFace
          name="食品经营许可证"
          number="JY 示例 3501 0200 0000 01"
          issuer="鼓楼区市场监督管理局（示例）"
          issued="2026年12月2日"
          fields={[
            { term: '经营者名称', value: '福州市鼓楼区榕荫小馆（示例）' },
            { term: '信用代码', value: '9235010200000000BD' },
            { term: '经营场所', value: '福州市鼓楼区示例街道榕荫巷 12 号 1 层 03 单元' },
            { term: '有效期', value: '2026年12月2日至2031年12月1日' },
          ]}
        />
        <Actions>
          <LinkButton href="/pdf" weight="secondary" icon="download">
            下载 PDF
          </LinkButton>
          <LinkButton href="/wrong" weight="quiet">
            信息有误，申请更正
          </LinkButton>
        </Actions>
      </Split>
    </Page>
  )
}

export function StatesSpecimen({ lang = 'zh' }: { lang?: Lang }): ReactElement {
  return (
    <Page lang={lang} title="状态" path="/states">
      <Opening title="出错、空白和反馈" lead="每种状态都说：怎么了，东西还在不在，接下来怎么办。" />
      <Columns>
        <Stack gap="l">
          <Message
            title="没有这个网页"
            acts={
              <>
                <LinkButton href="/">回首页</LinkButton>
                <LinkButton href="/items" weight="secondary">
                  查事项
                </LinkButton>
              </>
            }
          >
            <p>地址可能打错了，或者事项已经改名、取消。</p>
          </Message>
          <Message title="您还没有办过事" acts={<LinkButton href="/">找要办的事</LinkButton>}>
            <p>提交的申请、草稿和结果都会放在这里。</p>
          </Message>
          <NoticeCard tone="ochre" title="暂时查不到您的电子证照">
            <p>可以先提交，恢复后我们自动核验；也可以现在上传。</p>
            <Actions>
              <LinkButton href="/a" weight="secondary" small>
                先提交
              </LinkButton>
              <LinkButton href="/b" weight="quiet" small>
                现在上传
              </LinkButton>
            </Actions>
          </NoticeCard>
          <NoticeCard icon="pause" title="「户外招牌设置许可」暂停受理">
            <p>原因：办事指南正在修订。预计 12月7日（周一）恢复。</p>
          </NoticeCard>
          <NoticeCard tone="alarm" title="没有受理">
            <p>经营场所在住宅楼内，按规定不能从事产生油烟的餐饮服务。换一个场所可以重新申请。</p>
            <p>不服的，60 日内可以申请行政复议，或者 6 个月内向人民法院起诉。</p>
          </NoticeCard>
        </Stack>
        <Stack gap="l">
          <div>
            <Flash text="已提交，部门收到了" />
          </div>
          <div>
            <Flash kind="alarm" text="没保存上，再试一次" />
          </div>
          <div className="facts-row">
            <ClockChip state="department" days={6} />
            <ClockChip state="you" days={3} />
            <ClockChip state="near" days={1} />
            <ClockChip state="over" days={2} />
            <ClockChip state="paused" reason={lang === 'en' ? 'expert review' : '专家评审'} />
            <ClockChip state="closed" text={lang === 'en' ? 'Closed on 6 Nov' : '11月6日办结'} />
            <ClockChip state="you" days={0} />
          </div>
          <div className="facts-row">
            <Button>主要</Button>
            <Button weight="secondary">次要</Button>
            <Button weight="quiet">弱</Button>
            <Button busy>正在提交…</Button>
            <Button disabledBecause="why">不能点</Button>
          </div>
          <p className="fine" id="why">
            还有 1 份材料没交，交齐才能提交。
          </p>
          <TickList ticks={[{ text: '预约窗口' }, { text: '在线申报', not: true }]} />
        </Stack>
      </Columns>
    </Page>
  )
}
