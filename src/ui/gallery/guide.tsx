import type { ReactElement } from 'react'
import {
  Actions,
  Button,
  Card,
  Choices,
  Contents,
  DataTable,
  DayRuler,
  Fold,
  KeyFigures,
  LicenceFace,
  LineLink,
  LinkButton,
  NoticeCard,
  Opening,
  Page,
  Phone,
  Section,
  Split,
  Stack,
  StickyActs,
  SummaryList,
  TickList,
  Timeline,
} from '../index.ts'
import type { Mode } from './mode.ts'

export function GuideSpecimen({ mode = 'standard' }: { mode?: Mode }): ReactElement {
  const sections = [
    '情形',
    '受理条件',
    '申请材料',
    '办理流程',
    '时限',
    '办理结果',
    '设定依据',
    '咨询和投诉',
    '常见问题',
  ]
  return (
    <Page
      lang="zh"
      mode={mode}
      title="食品经营许可（新办）办事指南"
      path="/items/food"
      place="find"
      crumbs={[
        { text: '首页', href: '/' },
        { text: '开店', href: '/topics/shop' },
        { text: '食品经营许可（新办）' },
      ]}
    >
      <Opening
        title="食品经营许可（新办）"
        sample
        lead="开餐馆、小吃店、食堂，或者卖散装食品，开业前要先取得这张许可证。全程在网上办，部门上门核查一次。"
      />
      <KeyFigures
        figures={[
          { term: '受理后办结', value: '5', unit: '个工作日', note: '法定 10 个工作日' },
          { term: '跑现场', value: '0', unit: '次', note: '结果可邮寄' },
          { term: '收费', value: '不收费', note: '任何环节都不收' },
          { term: '需要的认证', value: '中级', note: '您已是中级' },
        ]}
      />
      <Split
        contents={<Contents entries={sections.map((text, i) => ({ id: `s${i}`, text }))} />}
        asideLabel="开始办理"
        asideWideOnly
        aside={
          <>
            <Card>
              <p className="fine">实施主体</p>
              <p>
                <b>鼓楼区市场监督管理局（示例）</b>
              </p>
              <Stack gap="s">
                <LinkButton href="/apply" wide>
                  在线办理
                </LinkButton>
                <LinkButton href="/booking" weight="secondary" wide>
                  预约窗口
                </LinkButton>
              </Stack>
            </Card>
            <LineLink href="/favourite" icon="plus">
              收藏这件事
            </LineLink>
          </>
        }
      >
        <Section id="s0" title="先看您的情形" note="答 2 个问题，下面只留下您要的材料。">
          <form action="/items/food">
            <Choices
              name="who"
              label="您以什么身份经营？"
              columns={3}
              value="a"
              options={[
                { value: 'a', label: '个体工商户' },
                { value: 'b', label: '企业' },
                { value: 'c', label: '单位食堂' },
              ]}
            />
            <Actions>
              <Button weight="secondary" small>
                更新材料清单
              </Button>
            </Actions>
          </form>
          <NoticeCard tone="green" title="您要准备的只有 2 份。">
            <p>共 5 份：2 份我们已有，1 份由系统生成。</p>
          </NoticeCard>
        </Section>
        <Section id="s1" title="受理条件" note="有一条做不到，先打电话问。">
          <TickList
            ticks={[
              { text: '已经领了营业执照。' },
              { text: '有固定的经营场所，面积、布局和经营的品种、数量相适应，离污染源有规定的距离。' },
            ]}
          />
        </Section>
        <Section id="s2" title="申请材料">
          <DataTable
            caption="申请材料清单"
            columns={['材料', '怎么交', '要求']}
            rows={[
              ['申请书', '在线填写，系统生成', '核对后在线签名'],
              [
                '营业执照',
                <span key="h" className="tag tag-held">
                  已有电子证照
                </span>,
                '2026年3月2日核发，状态正常',
              ],
              [
                '经营场所平面图和设备布局图',
                <>
                  上传 PDF 或照片，<a href="/sample">样图</a>
                </>,
                '标出操作间、清洗、消毒、存放的位置，写明尺寸',
              ],
            ]}
          />
        </Section>
        <Section id="s3" title="办理流程" note="数的是工作日，从受理的第二天算起。">
          <Timeline
            variant="guide"
            label="办理流程"
            steps={[
              { title: '申请', days: '您来办', text: '网上提交，当场拿到收件凭证和查询码。' },
              { title: '受理', days: '1 个工作日内', text: '部门看材料齐不齐。不齐的，一次说清全部要补的。' },
              { title: '现场核查', days: '第 1–2 日', text: '2 名工作人员上门，时间先和您约。' },
              { title: '决定', days: '第 4 日', text: '准予许可，或者书面说明为什么不准。' },
            ]}
          />
        </Section>
        <Section id="s4" title="时限">
          <DayRuler promised={5} statutory={10} sentence="承诺 5 个工作日，比法定快一半。" />
        </Section>
        <Section id="s5" title="办理结果">
          <LicenceFace
            name="食品经营许可证"
            number="JY 示例 3501"
            specimen
            fields={[
              { term: '经营者名称', value: '示例小馆' },
              { term: '有效期', value: '5 年' },
            ]}
            issuer="鼓楼区市场监督管理局（示例）"
            issued="样本"
          />
        </Section>
        <Section id="s6" title="设定依据">
          <Fold summary="《中华人民共和国食品安全法》第三十五条" open>
            <p>食品生产经营实行许可。</p>
          </Fold>
        </Section>
        <Section id="s7" title="咨询和投诉">
          <SummaryList
            rows={[
              {
                term: '咨询',
                value: (
                  <>
                    <Phone number="0591-0000 0101" />
                    <p className="fine">工作日 9:00–17:30</p>
                  </>
                ),
              },
              { term: '投诉', value: <Phone number="0591-0000 0102" /> },
            ]}
          />
        </Section>
        <Section id="s8" title="常见问题">
          <Fold summary="还没装修好，能先申请吗？">
            <p>可以先填、先存草稿。</p>
          </Fold>
          <Fold summary="房子是租的，要交租赁合同吗？">
            <p>不要。</p>
          </Fold>
        </Section>
      </Split>
      <StickyActs>
        <LinkButton href="/apply">在线办理</LinkButton>
        <LinkButton href="/booking" weight="secondary">
          预约窗口
        </LinkButton>
      </StickyActs>
    </Page>
  )
}
