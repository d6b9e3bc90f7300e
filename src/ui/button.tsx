import type { ReactElement, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Weight = 'primary' | 'secondary' | 'quiet'

interface Look {
  weight?: Weight
  small?: boolean
  /** As wide as what it stands in. */
  wide?: boolean
  icon?: IconName
  /** Hidden once scripts do the same by themselves: 「上传」 beside a file input inside `rb-upload`. */
  plainOnly?: boolean
}

const look = ({ weight = 'primary', small, wide, plainOnly }: Look): string =>
  [
    'button',
    weight !== 'primary' && `button-${weight}`,
    small && 'button-small',
    wide && 'button-wide',
    plainOnly && 'plain-only',
  ]
    .filter(Boolean)
    .join(' ')

export interface ButtonProps extends Look {
  children: ReactNode
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** Sends the form elsewhere than its own action. */
  formAction?: string
  /** Skips the browser's own checks, for 「存草稿」. */
  formNoValidate?: boolean
  /** Locked while something runs; the text should then say 「正在…」. */
  busy?: boolean
  /** Id of the sentence beside the button that says why it cannot be pressed. Only then is it disabled. */
  disabledBecause?: string
}

export function Button(props: ButtonProps): ReactElement {
  const { children, type = 'submit', name, value, busy, icon, disabledBecause } = props
  return (
    <button
      className={look(props)}
      type={type}
      name={name}
      value={value}
      formAction={props.formAction}
      formNoValidate={props.formNoValidate}
      aria-busy={busy || undefined}
      disabled={disabledBecause !== undefined || busy || undefined}
      aria-describedby={disabledBecause}
    >
      {busy ? <Icon name="busy" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

export interface LinkButtonProps extends Look {
  href: string
  children: ReactNode
  /** Saves the answer as a file of this name. */
  download?: string | true
}

export function LinkButton(props: LinkButtonProps): ReactElement {
  return (
    <a className={look(props)} href={props.href} download={props.download}>
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </a>
  )
}

/** A link alone on its line: 44 px high. */
export function LineLink({
  href,
  icon,
  children,
}: {
  href: string
  icon?: IconName
  children: ReactNode
}): ReactElement {
  return (
    <a className="line-link" href={href}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}

/** A telephone number in Song, ready to call. */
export function Phone({ number }: { number: string }): ReactElement {
  return (
    <a className="phone" href={`tel:${number.replace(/[^0-9+]/g, '')}`}>
      {number}
    </a>
  )
}
