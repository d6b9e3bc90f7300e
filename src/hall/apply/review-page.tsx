import type { ReactElement } from 'react'
import { limitText, readable } from '../../catalogue/index.ts'
import type { StoredFile } from '../../documents/index.ts'
import {
  Actions,
  Agree,
  Button,
  Card,
  Choices,
  dayText,
  ErrorSummary,
  type FlashProps,
  LinkButton,
  Opening,
  Phone,
  SavedLine,
  Section,
  Split,
  Stack,
  Stepper,
  Timeline,
  Unseen,
} from '../../ui/index.ts'
import type { Delivery } from '../drafts/draft.ts'
import type { Answers } from '../form/answers.ts'
import { PersonalPage, type View } from '../my/frame.tsx'
import { at, ELSEWHERE } from '../personal-routes.ts'
import { SituationSection } from '../situations/parts.tsx'
import { STEPS, savedText } from './draft-page.tsx'
import { ApplicantSection, GroupSection, MaterialsSection } from './review-parts.tsx'
import { PAGE_VERSION } from './save.ts'
import type { Scene } from './scene.ts'
import type { WhatNext } from './what-next.ts'

export interface ReviewPageProps {
  view: View
  scene: Scene
  /** As they would be filed. */
  values: Answers
  files: Map<string, StoredFile>
  next: WhatNext
  phoneMasked: string
  /** What was ticked and chosen before a refusal. */
  given?: { declared: boolean; consented: boolean; delivery: Delivery['method'] }
  /** Which box is still to be ticked, with the sentence. */
  fault?: { field: string; sentence: string } | undefined
  flash?: FlashProps | undefined
}

/** 核对提交: everything that will be filed, the declaration, and what happens by when. */
export function ReviewPage(props: ReviewPageProps): ReactElement {
  const { view, scene, fault } = props
  const { lang } = view
  const zh = lang === 'zh'
  const { content } = scene.item
  const name = zh ? content.name : content.nameEn || content.name
  const edit = at('draft', { draftId: scene.draft.draftId })
  const title = zh ? '核对一遍，再提交' : 'Check once more, then submit'
  return (
    <PersonalPage
      view={view}
      place="find"
      title={`${zh ? '核对提交' : 'Check and submit'} · ${name}`}
      faults={fault ? 1 : 0}
      flash={props.flash}
      crumbs={[
        { text: zh ? '首页' : 'Home', href: '/' },
        { text: name, href: ELSEWHERE.guide(scene.item.itemId) },
        { text: zh ? '在线办理' : 'Apply online', href: edit },
        { text: zh ? '核对提交' : 'Check' },
      ]}
    >
      <Split aside={<Organ scene={scene} zh={zh} />} asideLabel={zh ? '受理部门' : 'Department'}>
        <Stepper steps={STEPS[lang]} current={3} hrefs={[ELSEWHERE.guide(scene.item.itemId), edit]} />
        <Opening title={title} over={name} sample={content.sample} close />
        <SavedLine saved={savedText(scene.draft.savedAt, view)} />
        {fault && (
          <ErrorSummary
            faults={[{ field: fault.field, text: fault.sentence }]}
            kept={zh ? '内容都已保存。' : 'Everything is saved.'}
          />
        )}
        <ApplicantSection {...props} />
        {readable(scene.form, props.values, { lang }).map((group) => (
          <GroupSection key={group.key} group={group} {...props} />
        ))}
        <SituationSection view={view} scene={scene} />
        {content.materials.length > 0 && <MaterialsSection {...props} />}
        <form action={at('submission', { draftId: scene.draft.draftId })} method="post" noValidate>
          <input type="hidden" name={PAGE_VERSION} value={scene.draft.itemVersion} />
          <Section title={zh ? '结果怎么给您' : 'How you get the result'}>
            <Choices
              name="delivery"
              label={<Unseen>{zh ? '结果怎么给您' : 'How you get the result'}</Unseen>}
              boxed
              options={deliveries(props)}
              value={props.given?.delivery ?? scene.draft.delivery.method ?? 'electronic'}
            />
          </Section>
          <Section title={zh ? '提交以后' : 'After you submit'}>
            <Timeline
              variant="guide"
              steps={afterwards(props)}
              label={zh ? '提交以后' : 'After you submit'}
            />
          </Section>
          <Section title={zh ? '声明和提交' : 'Declaration'}>
            <Agree
              name="declared"
              checked={props.given?.declared}
              error={fault?.field === 'declared' ? fault.sentence : undefined}
            >
              {zh
                ? '以上内容和材料都是真实、有效的，我对此负责。'
                : 'Everything above and every document is true and valid; I answer for it.'}
            </Agree>
            <Agree
              name="consented"
              checked={props.given?.consented}
              error={fault?.field === 'consented' ? fault.sentence : undefined}
            >
              {zh
                ? '我同意部门为办这件事查看我的证照和身份信息。每次查看都有记录，我随时能查。'
                : 'The department may look at my licences and identity for this matter. Every look is recorded and I can see it.'}
            </Agree>
            <p className="fine">
              {zh
                ? '故意提供虚假材料的，部门可以不予受理、不予许可或者撤销许可。'
                : 'Knowingly false documents may lead to refusal or to withdrawal of the licence.'}
            </p>
            <Stack>
              <Actions>
                <rb-confirm-once busy={zh ? '正在提交…' : 'Sending…'}>
                  <Button>{zh ? '确认并提交' : 'Confirm and submit'}</Button>
                </rb-confirm-once>
                <LinkButton weight="secondary" href={edit}>
                  {zh ? '上一步' : 'Back'}
                </LinkButton>
              </Actions>
              <p className="fine">
                {zh ? '作出决定前随时可以撤回。' : 'You can withdraw at any time before the decision.'}
              </p>
            </Stack>
          </Section>
        </form>
      </Split>
    </PersonalPage>
  )
}

function deliveries({ scene, view }: ReviewPageProps) {
  const zh = view.lang === 'zh'
  const { content } = scene.item
  const electronic = {
    value: 'electronic',
    label: zh ? '只要电子的' : 'Electronic only',
    hint: zh
      ? '办结当天出现在「我的」，和纸质的效力相同'
      : 'In “Mine” on the day of completion; as valid as paper',
  }
  const options = [electronic]
  if (content.express)
    options.push({
      value: 'post',
      label: zh ? '再寄一份纸质的' : 'Paper by post as well',
      hint: zh ? '办结后寄到您留的地址，约 3 天到' : 'Sent after completion, about 3 days',
    })
  if (content.place)
    options.push({
      value: 'window',
      label: zh ? '我去窗口取' : 'I collect it',
      hint: zh ? `${content.place.name}，带本人证件` : content.place.name,
    })
  return options
}

function afterwards({ scene, view, next }: ReviewPageProps) {
  const { lang, today } = view
  const zh = lang === 'zh'
  const promise = limitText(scene.item.content.promiseLimit)
  const by = (day: string | null, otherwise: string): string =>
    day === null
      ? otherwise
      : zh
        ? `${dayText(day, { lang, today })}前`
        : `By ${dayText(day, { lang, today })}`
  return [
    {
      title: zh ? '马上' : 'At once',
      text: zh
        ? '您收到收件凭证、办件编号和查询码，短信也发一份。'
        : 'You get a receipt, a number and a query code, also by message.',
    },
    {
      title: by(next.acceptBy, zh ? '5 个工作日内' : 'Within 5 working days'),
      text: zh
        ? '部门答复您受理不受理。材料有问题，一次说清。'
        : 'The department says whether it accepts; anything missing is told once and whole.',
    },
    {
      title: next.onTheSpot
        ? zh
          ? '受理当天'
          : 'The day of acceptance'
        : by(next.doneBy, zh ? `受理后 ${promise}内` : 'Within the promised time'),
      text: zh
        ? '办结。没按时办结，系统亮红灯，监督部门直接督办。'
        : 'Finished. If it is late the light turns red and the supervisors step in.',
    },
  ]
}

function Organ({ scene, zh }: { scene: Scene; zh: boolean }): ReactElement {
  const { content } = scene.item
  return (
    <Card>
      <p className="fine">{zh ? '受理部门' : 'Department'}</p>
      <p>
        <b>{content.organName}</b>
      </p>
      {content.consultPhone && (
        <p>
          <Phone number={content.consultPhone} />
        </p>
      )}
      {content.place?.hours && <p className="fine">{content.place.hours}</p>}
    </Card>
  )
}
