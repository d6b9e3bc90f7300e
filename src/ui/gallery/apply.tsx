import type { ReactElement } from 'react'
import {
  Actions,
  Agree,
  Button,
  Card,
  Choices,
  DateField,
  ErrorSummary,
  type Lang,
  LinkButton,
  Opening,
  Page,
  Phone,
  SavedLine,
  Section,
  Select,
  Source,
  Split,
  Stepper,
  SummaryList,
  TextArea,
  TextField,
  UploadList,
  UploadRow,
} from '../index.ts'
import type { Mode } from './mode.ts'

const accept = '.pdf,.jpg,.png'
const act = (text: string, of: string) => (
  <Button type="button" weight="quiet" small>
    {text}
    <span className="unseen">：{of}</span>
  </Button>
)

export function ApplySpecimen({
  mode = 'standard',
  lang = 'zh',
}: {
  mode?: Mode
  lang?: Lang
}): ReactElement {
  const uploads = { endpoint: '/uploads', row: '/my/drafts/1/materials/plan', maxBytes: 20_000_000 }
  return (
    <Page
      lang={lang}
      mode={mode}
      title="填写和上传 · 食品经营许可（新办）"
      faults={3}
      path="/my/drafts/1"
      place="find"
      account="陈榕生"
      crumbs={[
        { text: '首页', href: '/' },
        { text: '食品经营许可（新办）', href: '/items/food' },
        { text: '在线办理' },
      ]}
    >
      <Split
        asideLabel="帮助"
        aside={
          <Card title="填不下去？">
            <p className="small mute">接线员看得到您填到哪一步，看不到证件号。</p>
            <p>
              <Phone number="0591-0000 0101" />
            </p>
          </Card>
        }
      >
        <Stepper
          steps={['选情形', '填写和上传', '核对提交']}
          current={2}
          hrefs={['/my/drafts/1/situation']}
        />
        <Opening over="食品经营许可（新办）" title="填写和上传" sample close />
        <SavedLine saved="10:42 已自动保存" kept="换手机、换电脑都能接着填，草稿留到 2027年2月21日。" />
        <ErrorSummary
          faults={[
            { field: 'area', text: '经营面积：请填数字' },
            { field: 'phone', text: '手机号：少了 1 位' },
            { field: 'plan-row', text: '平面图：文件太大，没传上去' },
          ]}
        />
        <Section title="我们已经知道的" variant="plain" note="不用您填。不对就告诉我们。">
          <SummaryList
            rows={[
              { term: '名称', value: '福州市鼓楼区榕荫小馆（示例）' },
              { term: '统一社会信用代码', value: <span className="code">9235 0102 0000 0000 BD</span> },
            ]}
          />
          <Source>来自您的电子营业执照，2026年11月23日 9:12 取得</Source>
        </Section>
        <form method="post" noValidate>
          <Section title="经营场所">
            <TextArea
              name="address"
              label="详细地址"
              hint="实际经营地址不同的，请改。"
              value="福州市鼓楼区示例街道榕荫巷 12 号 1 层 03 单元"
              rows={2}
              source="来自营业执照。改了这里，不会改您的营业执照。"
            />
            <TextField
              name="area"
              label="经营面积"
              hint="厨房和店堂加起来，大概数就行"
              error="请填数字，例如 86 或 86.5"
              value="八十六平"
              width="short"
              unit="平方米"
            />
            <DateField name="opens" label="打算哪天开业" value="2026-12-20" optional />
            <Select
              name="district"
              label="在哪个区"
              prompt="请选择"
              options={[
                { value: 'gl', label: '鼓楼区' },
                { value: 'tj', label: '台江区' },
              ]}
            />
            <Choices
              name="kind"
              label="您打算怎么经营？"
              hint="选最像的一种"
              boxed
              value="eat"
              options={[
                { value: 'eat', label: '做菜给客人吃', hint: '餐馆、小吃店、奶茶店' },
                { value: 'sell', label: '卖食品，不在店里做', hint: '便利店、粮油店' },
              ]}
            />
            <Choices
              name="foods"
              label="卖哪些？"
              kind="several"
              columns={2}
              optional
              value={['hot', 'cold']}
              options={[
                { value: 'hot', label: '热菜、汤、面' },
                { value: 'cold', label: '凉菜' },
                { value: 'raw', label: '生鱼片等生食' },
                { value: 'drink', label: '自制饮品' },
              ]}
            />
            <TextField
              name="phone"
              label="手机号"
              type="tel"
              error="手机号是 11 位，您填了 10 位，请补上"
              value="138 0000 012"
              width="medium"
              autoComplete="tel"
            />
          </Section>
          <Section title="材料" note="PDF、JPG、PNG 都行，每份不超过 20 MB。">
            <UploadList>
              <UploadRow
                name="m1"
                title="营业执照"
                state="from-licence"
                detail="照面信息和登记一致。"
                acts={act('查看', '营业执照')}
              />
              <UploadRow
                name="m2"
                title="经营者身份证"
                state="pending"
                detail="公安接口暂时连不上，不影响您提交，恢复后我们自动核验。"
                acts={act('改为上传', '身份证')}
              />
              <UploadRow
                name="plan"
                title="经营场所平面图"
                state="too-big"
                detail="文件 34 MB，超过 20 MB，没传上去。重新拍，或用低一档的画质导出。"
                fileName="平面图-终稿.pdf"
                input={{ accept }}
                resumable={uploads}
              />
              <UploadRow
                name="m4"
                title="设备布局图"
                state="uploading"
                detail="正在上传 62%，剩约 8 秒"
                percent={62}
                acts={act('取消', '设备布局图')}
              />
              <UploadRow
                name="m5"
                title="店面照片"
                state="checking"
                detail="正在检查文件是否安全，通常不到 10 秒。您可以继续填。"
              />
              <UploadRow
                name="m6"
                title="食品安全管理制度目录"
                state="uploaded"
                detail="制度目录.pdf，2 页，1.3 MB，10:38"
                acts={
                  <>
                    {act('查看', '目录')}
                    {act('删除', '目录')}
                  </>
                }
              />
              <UploadRow
                name="m7"
                title="从业人员健康证明"
                state="unreadable"
                detail="这份文件打不开，可能有密码或已损坏。去掉密码后重传。"
                fileName="健康证.pdf"
                input={{ accept }}
              />
              <UploadRow
                name="m8"
                title="房屋测绘图"
                state="courier"
                detail="邮费由部门付。提交后给您寄件码。"
                acts={act('改为上传', '测绘图')}
              />
              <UploadRow
                name="m9"
                title="申请书"
                state="generated"
                detail="4 页"
                acts={act('看全文', '申请书')}
              />
              <UploadRow
                name="m10"
                title="其他说明"
                state="empty"
                optional
                detail="还没有上传"
                input={{ accept, requirement: '写明和哪份材料有关' }}
                acts={
                  <LinkButton href="/my/licences" weight="secondary" small>
                    从我的证照选
                  </LinkButton>
                }
              />
            </UploadList>
          </Section>
          <Section title="声明">
            <Agree name="true">以上内容和材料都是真实、有效的，我对此负责。</Agree>
            <Actions>
              <Button>保存，去核对</Button>
              <LinkButton href="/items/food" weight="secondary">
                上一步
              </LinkButton>
              <Button weight="quiet" name="draft" value="1" formNoValidate>
                存草稿，下次再填
              </Button>
            </Actions>
          </Section>
        </form>
      </Split>
    </Page>
  )
}
