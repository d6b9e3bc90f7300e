/** A material and how it is handed in. */
import type { ReactElement, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { pageLang, type Text, t } from './text.ts'

export type UploadState =
  | 'empty'
  | 'from-licence'
  | 'generated'
  | 'uploading'
  | 'checking'
  | 'uploaded'
  | 'too-big'
  | 'unreadable'
  | 'pending'
  | 'courier'

const LOOK: Record<UploadState, { icon: IconName; tone: 'plain' | 'good' | 'wait' | 'fail'; bold?: Text }> = {
  empty: { icon: 'upload', tone: 'plain' },
  'from-licence': {
    icon: 'card',
    tone: 'good',
    bold: { zh: '已有电子证照，不用上传', en: 'We hold the electronic licence; nothing to upload' },
  },
  generated: {
    icon: 'paper',
    tone: 'good',
    bold: { zh: '由系统生成，不用上传', en: 'Made from your answers; nothing to upload' },
  },
  uploading: { icon: 'busy', tone: 'plain' },
  checking: { icon: 'shield', tone: 'plain' },
  uploaded: { icon: 'file', tone: 'good', bold: { zh: '已上传', en: 'Uploaded' } },
  'too-big': { icon: 'alarm', tone: 'fail' },
  unreadable: { icon: 'alarm', tone: 'fail' },
  pending: { icon: 'hourglass', tone: 'wait', bold: { zh: '稍后核验', en: 'To be checked later' } },
  courier: { icon: 'van', tone: 'good', bold: { zh: '快递寄送', en: 'By courier' } },
}

export interface UploadRowProps {
  /** Name of the file input; faults link to it. */
  name: string
  title: string
  state: UploadState
  optional?: boolean
  /** Follows the bold words of the state: what is known, what was wrong and what to do. */
  detail?: ReactNode
  /** Name of the file that failed or is on its way. */
  fileName?: string
  /** Shows the plain file input: not yet, too big, unreadable, or replaced. */
  input?: { accept: string; label?: string; requirement?: ReactNode; multiple?: boolean }
  /** Percent of an upload that a page without scripts would show. */
  percent?: number
  /** Acts at the right; each with the material's name for screen readers. */
  acts?: ReactNode
  /** Heading level of the material's name. */
  heading?: 'h3' | 'h4'
  /** Makes the row an `rb-upload`: resumable upload to `endpoint`, the row's HTML renewed from `row`; `checkAgain`: seconds until the row is asked for again, while it is being checked. */
  resumable?: { endpoint: string; row: string; maxBytes: number; checkAgain?: number }
}

/** One row of the list of materials. Put rows into {@link UploadList}. */
export function UploadRow(props: UploadRowProps): ReactElement {
  const { name, title, state, detail, input, heading: Heading = 'h3' } = props
  const lang = pageLang()
  const look = LOOK[state]
  const body = (
    <div className={`material material-${look.tone}`} id={`${name}-row`} tabIndex={-1}>
      <Icon name={look.icon} />
      <div className="material-text">
        <Heading>
          {title}
          {props.optional && (
            <span className="optional">{t(lang, { zh: '（可以不交）', en: ' (optional)' })}</span>
          )}
        </Heading>
        <p className="material-state" id={`${name}-state`}>
          {look.bold && <b>{t(lang, look.bold)}</b>}
          {look.bold && detail && <span className="gap">　</span>}
          {detail}
        </p>
        {props.fileName && <p className="material-file">{props.fileName}</p>}
        {state === 'uploading' && (
          <progress
            max={100}
            value={props.percent}
            aria-label={t(lang, { zh: `${title}上传进度`, en: `Upload of ${title}` })}
          />
        )}
        {input && <FileInput name={name} title={title} input={input} stateId={`${name}-state`} />}
      </div>
      {props.acts && <div className="material-acts">{props.acts}</div>}
    </div>
  )
  if (!props.resumable) return body
  return (
    <rb-upload
      endpoint={props.resumable.endpoint}
      row-href={props.resumable.row}
      max-bytes={props.resumable.maxBytes}
      check-again={props.resumable.checkAgain}
      material={title}
    >
      {body}
    </rb-upload>
  )
}

interface FileInputProps {
  name: string
  title: string
  input: NonNullable<UploadRowProps['input']>
  stateId: string
}

function FileInput({ name, title, input, stateId }: FileInputProps): ReactElement {
  const label = input.label ?? t(pageLang(), { zh: '选文件', en: 'Choose a file' })
  return (
    <div className="material-input">
      {input.requirement && (
        <p className="hint" id={`${name}-hint`}>
          {input.requirement}
        </p>
      )}
      <label className="unseen" htmlFor={name}>
        {label}
        {t(pageLang(), { zh: `：${title}`, en: `: ${title}` })}
      </label>
      <input
        className="file"
        type="file"
        id={name}
        name={name}
        accept={input.accept}
        multiple={input.multiple}
        aria-describedby={input.requirement ? `${stateId} ${name}-hint` : stateId}
      />
    </div>
  )
}

export function UploadList({ children }: { children: ReactNode }): ReactElement {
  return <div className="materials">{children}</div>
}
