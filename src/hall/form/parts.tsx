import type { ReactElement } from 'react'
import { PERSON_ID_NAMES, type PersonIdKind, personIdKinds } from '../../catalogue/index.ts'
import { Agree, DateField, FieldSet, Parts, Select, TextField } from '../../ui/index.ts'
import { controlName } from './answers.ts'
import { type Drawn, errorAt, type PartsProps } from './context.ts'
import { RegionSelects } from './region.tsx'

/** The controls of a field that has several, under its one question. */
export function PartsField(props: PartsProps): ReactElement {
  const { field, frame } = props
  switch (field.type) {
    case 'period':
      return <Period {...props} />
    case 'person':
      return <Person {...props} />
    case 'body':
      return (
        <FieldSet {...frame}>
          <Text {...props} part="name" zh="单位名称" en="Name of the body" />
          <Text {...props} part="creditCode" zh="统一社会信用代码" en="Unified social credit code" secret />
        </FieldSet>
      )
    case 'account':
      return (
        <FieldSet {...frame}>
          <Text {...props} part="holder" zh="户名" en="Account holder" />
          <Text {...props} part="bank" zh="开户银行（写到支行）" en="Bank and branch" />
          <Text {...props} part="number" zh="账号" en="Account number" secret numeric />
        </FieldSet>
      )
    case 'region-address':
      return (
        <FieldSet {...frame}>
          <RegionSelects {...props} />
          <Text {...props} part="detail" zh="详细地址（路名、门牌、楼层）" en="Street, number, floor" wide />
        </FieldSet>
      )
    case 'map-point':
      return <MapPoint {...props} />
    default:
      return <Signature {...props} />
  }
}

interface PartProps extends PartsProps {
  part: string
  zh: string
  en: string
  secret?: boolean
  numeric?: boolean
  wide?: boolean
  short?: boolean
}

function Text({
  path,
  part,
  zh,
  en,
  value,
  frame,
  drawn,
  secret,
  numeric,
  wide,
  short,
}: PartProps): ReactElement {
  const { lang, errors } = drawn
  return (
    <TextField
      name={controlName(`${path}.${part}`)}
      label={lang === 'en' ? en : zh}
      // The question says whether it may be left out.
      optional={frame.optional ? undefined : false}
      error={errorAt(errors, `${path}.${part}`, lang)}
      value={value[part] ?? ''}
      width={wide ? 'full' : short ? 'short' : 'medium'}
      inputMode={numeric ? 'numeric' : undefined}
      secret={secret}
    />
  )
}

function Period({ field, path, frame, value, drawn: { lang, errors, today } }: PartsProps): ReactElement {
  const end = (part: 'from' | 'to', label: string) => (
    <DateField
      name={controlName(`${path}.${part}`)}
      label={label}
      error={errorAt(errors, `${path}.${part}`, lang)}
      value={value[part] ?? ''}
      min={field.dateRule === 'future' ? today : undefined}
      max={field.dateRule === 'past' ? today : '9999-12-31'}
    />
  )
  return (
    <FieldSet {...frame}>
      <Parts>
        {end('from', lang === 'en' ? 'First day' : '开始')}
        {end('to', lang === 'en' ? 'Last day' : '结束')}
      </Parts>
    </FieldSet>
  )
}

function Person(props: PartsProps): ReactElement {
  const { field, path, frame, value, drawn } = props
  const { lang, errors } = drawn
  const kinds: readonly PersonIdKind[] = field.idKinds.length > 0 ? field.idKinds : personIdKinds
  const name = controlName(`${path}.idKind`)
  return (
    <FieldSet {...frame}>
      <Text {...props} part="name" zh="姓名" en="Name" />
      {kinds.length === 1 ? (
        <input type="hidden" name={name} value={kinds[0]} />
      ) : (
        <Select
          name={name}
          label={lang === 'en' ? 'Document' : '证件类型'}
          error={errorAt(errors, `${path}.idKind`, lang)}
          options={kinds.map((k) => ({ value: k, label: PERSON_ID_NAMES[k][lang] }))}
          value={value['idKind'] ?? kinds[0]}
        />
      )}
      <Text
        {...props}
        part="idNumber"
        zh={kinds.length === 1 ? `${PERSON_ID_NAMES[kinds[0]!].zh}号码` : '证件号码'}
        en={
          kinds.length === 1
            ? `Number of the ${PERSON_ID_NAMES[kinds[0]!].en.toLowerCase()}`
            : 'Document number'
        }
        secret
      />
    </FieldSet>
  )
}

function MapPoint(props: PartsProps): ReactElement {
  const zh = props.drawn.lang === 'zh'
  return (
    <FieldSet {...props.frame}>
      <Text
        {...props}
        part="address"
        zh="在哪里（路口、门牌、桩号）"
        en="Where it is (crossing, number)"
        wide
      />
      <Parts>
        <Text {...props} part="lng" zh="经度（可以不填）" en="Longitude (optional)" numeric short />
        <Text {...props} part="lat" zh="纬度（可以不填）" en="Latitude (optional)" numeric short />
      </Parts>
      <p className="hint">
        {zh
          ? '在手机地图里长按这个位置，能看到经纬度，例如 119.3062、26.0753。'
          : 'Press and hold the place in a map on your phone to see both, e.g. 119.3062 and 26.0753.'}
      </p>
      <button
        type="button"
        className="button button-quiet button-small"
        data-locate={controlName(props.path)}
        hidden
      >
        <span>{zh ? '填我现在的位置' : 'Use where I am now'}</span>
      </button>
    </FieldSet>
  )
}

function Signature(props: PartsProps): ReactElement {
  const { field, path, frame, value, drawn } = props
  const { lang, errors } = drawn
  return (
    <FieldSet {...frame}>
      <Text {...props} part="name" zh="签名（写上姓名）" en="Signature (type your name)" />
      <Agree
        name={controlName(`${path}.declared`)}
        checked={value['declared'] === 'yes'}
        error={errorAt(errors, `${path}.declared`, lang)}
      >
        {lang === 'en'
          ? 'I have read everything above and sign it with the name typed here.'
          : '以上内容我都看过，以这里写的姓名作为我的签名。'}
      </Agree>
      <p className="hint">
        {lang === 'en' ? 'Or upload a picture of your signature on paper:' : '也可以在纸上签好，拍照上传：'}
      </p>
      {drawn.upload(field as Parameters<Drawn['upload']>[0])}
    </FieldSet>
  )
}
