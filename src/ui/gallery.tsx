/** Pages that show every component in every state, for review and for the tests of the furniture. Never served to the public. */
import type { ReactElement } from 'react'
import {
  Actions,
  Agree,
  Button,
  CallCard,
  Card,
  Choices,
  ClockChip,
  Columns,
  Contents,
  CorrectionItem,
  DataTable,
  DateField,
  DayRuler,
  ErrorSummary,
  FilterPills,
  Flash,
  Fold,
  Hero,
  KeyFigures,
  type Lang,
  LicenceFace,
  LineLink,
  LinkButton,
  Message,
  NoticeCard,
  Opening,
  Page,
  PaperList,
  Phone,
  QrCode,
  Reminder,
  Row,
  SavedLine,
  Saying,
  SearchBox,
  Section,
  Select,
  Source,
  Split,
  Stack,
  Stepper,
  StickyActs,
  SummaryList,
  TextArea,
  TextField,
  TickList,
  Tiles,
  Timeline,
  TopicIndex,
  TurnCard,
  UploadList,
  UploadRow,
} from './index.ts'

type Mode = 'standard' | 'elder'

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

export const SPECIMENS: Record<string, () => ReactElement> = {
  home: () => <HomeSpecimen />,
  'home-en': () => <HomeSpecimen lang="en" />,
  'home-elder': () => <HomeSpecimen mode="elder" />,
  guide: () => <GuideSpecimen />,
  'guide-elder': () => <GuideSpecimen mode="elder" />,
  apply: () => <ApplySpecimen />,
  'apply-elder': () => <ApplySpecimen mode="elder" />,
  dossier: () => <DossierSpecimen />,
  'dossier-elder': () => <DossierSpecimen mode="elder" />,
  licence: () => <LicenceSpecimen />,
  states: () => <StatesSpecimen />,
  'states-en': () => <StatesSpecimen lang="en" />,
}
