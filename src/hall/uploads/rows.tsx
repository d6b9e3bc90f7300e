import type { ReactElement } from 'react'
import type { Material } from '../../catalogue/index.ts'
import type { StoredFile } from '../../documents/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import {
  Button,
  dayOfInstant,
  dayText,
  type Lang,
  LinkButton,
  sizeText,
  timeText,
  Unseen,
  UploadRow,
  type UploadRowProps,
} from '../../ui/index.ts'
import type { GivenMaterial } from '../drafts/draft.ts'
import { at, ROUTES } from '../personal-routes.ts'

/** Name of the file control of a material; also the id that faults link to. */
export const fileControl = (materialKey: string): string => `m-${materialKey}`

/** A file that was not taken just now: its name and why. */
export interface FailedFile {
  fileName: string
  refusal: Refusal
}

export interface MaterialRowProps {
  lang: Lang
  material: Material
  given: GivenMaterial | undefined
  /** The stored file behind an upload. */
  file: StoredFile | undefined
  failed?: FailedFile | undefined
  /** The applicant must still give it, and the page says so. */
  missing?: boolean
  /** We could fetch it as a licence instead of an upload. */
  licenceHeld?: boolean
  /** Where the file goes and where this row is drawn again. */
  to: { draftId: string } | { dossierId: string }
  today: string
}

/** What a file may be, in words: 「PDF、JPG、PNG，不超过 20 MB」. */
export function requirementText(material: Material, lang: Lang): string {
  const kinds = material.accept.map((k) => k.toUpperCase())
  return lang === 'en'
    ? `${kinds.join(', ')}; at most ${material.maxMegabytes} MB`
    : `${kinds.join('、')}，不超过 ${material.maxMegabytes} MB`
}

export const acceptOf = (material: Material): string =>
  material.accept.map((k) => (k === 'jpg' ? '.jpg,.jpeg,image/jpeg' : `.${k}`)).join(',')

/** One material in the state in which it is, with what can be done about it; every act is a button of the form around it. */
export function MaterialRow(props: MaterialRowProps): ReactElement {
  const { material, to } = props
  const name = fileControl(material.key)
  const row =
    'draftId' in to
      ? at('materialRow', { draftId: to.draftId, key: material.key })
      : at('correctionRow', { dossierId: to.dossierId, key: material.key })
  const about = 'draftId' in to ? `draftId=${to.draftId}` : `dossierId=${to.dossierId}`
  return (
    <UploadRow
      name={name}
      title={material.name}
      optional={material.need !== 'required'}
      {...stateOf(props)}
      resumable={{
        endpoint: `${ROUTES.uploads}?${about}&materialKey=${material.key}`,
        row,
        maxBytes: material.maxMegabytes * 1_000_000,
      }}
      acts={actsOf(props)}
    />
  )
}

type RowState = Pick<UploadRowProps, 'state' | 'detail' | 'fileName' | 'input'>

function stateOf(props: MaterialRowProps): RowState {
  const { material, given, file, failed, lang, today } = props
  const zh = lang === 'zh'
  // A name such as 其他材料 is only as good as the list behind it.
  const named =
    material.namedList.length > 0 && `${zh ? '包括：' : 'That is: '}${material.namedList.join('；')}`
  const asks = [named, material.standard, requirementText(material, lang)]
    .filter(Boolean)
    .join(zh ? '。' : '. ')
  const input = { accept: acceptOf(material), requirement: asks }
  if (failed)
    return {
      state: failed.refusal.name === 'too-big' ? 'too-big' : 'unreadable',
      detail: (
        <>
          <b>{zh ? '没收下：' : 'Not taken: '}</b>
          {zh ? failed.refusal.sentence : (failed.refusal.english ?? failed.refusal.sentence)}
          {given?.fileId
            ? zh
              ? ` 原来的「${given.fileName}」还在。`
              : ` “${given.fileName}” is still there.`
            : ''}
        </>
      ),
      fileName: failed.fileName,
      input,
    }
  if (given?.source === 'upload' && given.fileId)
    return { state: 'uploaded', detail: fileText(given, file, lang, today) }
  if (given?.source === 'courier')
    return {
      state: 'courier',
      detail: zh ? '提交后，凭证上写着寄到哪里。' : 'The receipt tells you where to send it.',
    }
  if (given?.source === 'licence' && given.licence?.['pending'] === true)
    return {
      state: 'pending',
      detail: zh
        ? '暂时查不到您的电子证照。可以先提交，恢复后我们自动核验；也可以现在上传。'
        : 'We cannot reach your electronic licences just now. You may submit; we check once they are back. You may also upload.',
      input,
    }
  if (given?.source === 'licence')
    return {
      state: 'from-licence',
      detail: zh
        ? `${String(given.licence?.['organ'] ?? '')}签发`
        : `Issued by ${String(given.licence?.['organ'] ?? '')}`,
    }
  return {
    state: props.missing ? 'unreadable' : 'empty',
    detail: props.missing ? (
      <b>{zh ? '这份材料必须交，还没有。' : 'This one is required and still missing.'}</b>
    ) : zh ? (
      '还没有上传'
    ) : (
      'Nothing uploaded yet'
    ),
    input,
  }
}

/** 「制度目录.pdf，2 页，1.3 MB，10:38」 */
export function fileText(
  given: GivenMaterial,
  file: StoredFile | undefined,
  lang: Lang,
  today: string,
): string {
  const parts = [given.fileName]
  if (file?.pages)
    parts.push(lang === 'zh' ? `${file.pages} 页` : `${file.pages} page${file.pages === 1 ? '' : 's'}`)
  if (file) parts.push(sizeText(file.size))
  const day = dayOfInstant(given.addedAt)
  const time = timeText(given.addedAt)
  parts.push(day === today ? time : `${dayText(day, { lang, today, bare: true })} ${time}`)
  return parts.join(lang === 'zh' ? '，' : ', ')
}

function actsOf(props: MaterialRowProps): ReactElement[] {
  const { material, given, lang, to } = props
  const zh = lang === 'zh'
  const key = material.key
  const act = (value: string, text: string): ReactElement => (
    <Button key={value} weight="quiet" small name="do" value={`${value}:${key}`} formNoValidate>
      {text}
      <Unseen>{zh ? `：${material.name}` : `: ${material.name}`}</Unseen>
    </Button>
  )
  const acts: ReactElement[] = []
  const draft = 'draftId' in to
  if (given?.source === 'upload' && given.fileId) {
    acts.push(
      <LinkButton key="view" weight="quiet" small href={at('file', { fileId: given.fileId })}>
        {zh ? '查看' : 'View'}
        <Unseen>{zh ? `：${material.name}` : `: ${material.name}`}</Unseen>
      </LinkButton>,
      act('remove', zh ? '删除' : 'Remove'),
    )
  } else if (given?.source === 'licence') {
    if (given.licence?.['pending'] !== true) {
      if (draft)
        acts.push(
          <LinkButton
            key="view"
            weight="quiet"
            small
            href={at('materialLicence', { draftId: to.draftId, key })}
          >
            {zh ? '查看' : 'View'}
            <Unseen>{zh ? `：${material.name}` : `: ${material.name}`}</Unseen>
          </LinkButton>,
        )
      acts.push(act('upload-instead', zh ? '改为上传' : 'Upload instead'))
    }
  } else if (given?.source === 'courier') {
    acts.push(act('upload-instead', zh ? '改为上传' : 'Upload instead'))
  } else {
    acts.push(act('upload', zh ? '上传' : 'Upload'))
    if (props.licenceHeld) acts.push(act('licence', zh ? '用电子证照' : 'Use the licence'))
    if (material.courierAllowed) acts.push(act('courier', zh ? '改为快递' : 'By courier'))
  }
  return acts
}
