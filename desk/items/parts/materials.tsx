import type { LicenceNames } from '../../../src/catalogue/api/contract.ts'
import { ChoiceField, LinesField, ManyField, NumberField, TextField, TickField } from '../fields.tsx'
import { freeKey } from '../free-key.ts'
import { ListOf } from '../list-of.tsx'
import type { Content } from '../sections.ts'
import type { ItemEdit } from '../use-item.ts'
import { MaterialFile } from './material-file.tsx'

type Material = Content['materials'][number]

const blank = (used: string[]) => (): Material => ({
  key: freeKey('m', used),
  name: '',
  need: 'required',
  form: 'electronic',
  originals: 0,
  copies: 0,
  source: '10',
  sourceOrgan: '',
  basis: '',
  standard: '',
  note: '',
  accept: ['pdf', 'jpg', 'png'],
  maxMegabytes: 20,
  licenceKind: '',
  sharedSource: '',
  namedList: [],
  blankFile: '',
  filledFile: '',
  courierAllowed: false,
})

/** Kinds that items name by a key of their own; every other kind of licence is named as it is printed on it. */
const LICENCE_NAMES = {
  'resident-id': '居民身份证',
  'business-licence': '营业执照',
  'foreign-office-certificate': '外国企业常驻代表机构登记证',
  'institution-certificate': '事业单位法人证书',
  'private-body-certificate': '民办非企业单位登记证书',
  'social-body-certificate': '社会团体法人登记证书',
} as const satisfies LicenceNames
const nameOf = (kind: string): string =>
  kind in LICENCE_NAMES ? LICENCE_NAMES[kind as keyof LicenceNames] : kind
const KIND_OF: Record<string, string> = Object.fromEntries(
  Object.entries(LICENCE_NAMES).map(([kind, name]) => [name, kind]),
)

const NEEDS: Record<Material['need'], string> = { required: '必要', optional: '非必要', later: '容缺后补' }
const SOURCES: Record<Material['source'], string> = {
  '10': '申请人自备',
  '20': '政府部门核发',
  '30': '中介机构出具',
  '99': '其他来源',
}
const choicesOf = <V extends string>(names: Record<V, string>) =>
  (Object.entries(names) as [V, string][]).map(([value, label]) => ({ value, label }))

const KINDS = ['pdf', 'jpg', 'png', 'docx', 'xlsx', 'zip', 'ofd'] as const

/** 申请材料: what, how much of it, from whom, and what makes it right. */
export function Materials({ edit: { record, content: c, set } }: { edit: ItemEdit }) {
  return (
    <div className="formgap">
      <TickField
        path="noMaterialsNeeded"
        label="无需提交材料"
        value={c.noMaterialsNeeded}
        onChange={(v) => set('noMaterialsNeeded', v)}
      />
      <ListOf
        path="materials"
        what="份材料"
        items={c.materials}
        blank={blank(c.materials.map((m) => m.key))}
        onChange={(v) => set('materials', v)}
        title={(m) => m.name}
        meta={(m) =>
          [NEEDS[m.need], SOURCES[m.source], m.licenceKind && '证照库能调'].filter(Boolean).join('，')
        }
      >
        {(m, i, put) => (
          <>
            <TextField
              path={`materials.${i}.name`}
              label="材料名称"
              value={m.name}
              onChange={(v) => put({ name: v })}
            />
            <div className="two">
              <ChoiceField
                path={`materials.${i}.need`}
                label="必要性"
                value={m.need}
                options={choicesOf(NEEDS)}
                onChange={(v) => put({ need: v })}
              />
              <ChoiceField
                path={`materials.${i}.source`}
                label="来源"
                value={m.source}
                options={choicesOf(SOURCES)}
                onChange={(v) => put({ source: v })}
              />
            </div>
            <TextField
              path={`materials.${i}.standard`}
              label="受理标准"
              hint="什么样算合格，审查时显示在材料上方"
              rows={2}
              value={m.standard}
              onChange={(v) => put({ standard: v })}
            />
            <TextField
              path={`materials.${i}.basis`}
              rows={1}
              label="要求提供的依据"
              hint="哪部法、哪一条要求交；没有依据的不能要"
              value={m.basis}
              onChange={(v) => put({ basis: v })}
            />
            <div className="two">
              <TextField
                path={`materials.${i}.sourceOrgan`}
                label="出具单位"
                optional
                value={m.sourceOrgan}
                onChange={(v) => put({ sourceOrgan: v })}
              />
              <NumberField
                path={`materials.${i}.maxMegabytes`}
                label="大小上限（兆）"
                min={1}
                max={200}
                value={m.maxMegabytes}
                onChange={(v) => put({ maxMegabytes: v ?? 20 })}
              />
            </div>
            <ManyField
              path={`materials.${i}.accept`}
              label="文件格式"
              value={m.accept}
              options={KINDS.map((k) => ({ value: k, label: k.toUpperCase() }))}
              onChange={(v) => put({ accept: v })}
            />
            <div className="two">
              <ChoiceField
                path={`materials.${i}.form`}
                label="材料形式"
                value={m.form}
                options={[
                  { value: 'electronic', label: '电子' },
                  { value: 'paper', label: '纸质' },
                  { value: 'both', label: '电子或纸质' },
                ]}
                onChange={(v) => put({ form: v })}
              />
              <ChoiceField
                path={`materials.${i}.sharedSource`}
                label="共享数据来源"
                hint="登记里就有的由审查时核对，材料只能是非必要"
                value={m.sharedSource}
                options={[
                  { value: '', label: '没有' },
                  { value: 'population', label: '人口库' },
                  { value: 'enterprise', label: '企业库' },
                ]}
                onChange={(v) => put({ sharedSource: v })}
              />
            </div>
            <TextField
              path={`materials.${i}.licenceKind`}
              label="能免交的电子证照"
              optional
              hint="写证照的全称，例如 营业执照。证照库有的由我们调取，申请人不用交，取不到时才自己传"
              list={Object.values(LICENCE_NAMES)}
              value={nameOf(m.licenceKind)}
              onChange={(v) => put({ licenceKind: KIND_OF[v] ?? v })}
            />
            <LinesField
              path={`materials.${i}.namedList`}
              label="具体包括"
              optional
              hint="名称里有“其他材料”一类说法的，一行一份列清楚"
              rows={2}
              value={m.namedList}
              onChange={(v) => put({ namedList: v })}
            />
            <div className="two">
              <MaterialFile
                path={`materials.${i}.blankFile`}
                label="空白表格"
                hint="公布以后谁都能下载"
                itemId={record.itemId}
                value={m.blankFile}
                onChange={(v) => put({ blankFile: v })}
              />
              <MaterialFile
                path={`materials.${i}.filledFile`}
                label="示例样表"
                hint="里面的人、单位和号码要是编的"
                itemId={record.itemId}
                value={m.filledFile}
                onChange={(v) => put({ filledFile: v })}
              />
            </div>
            <TickField
              path={`materials.${i}.courierAllowed`}
              label="可以邮寄原件"
              value={m.courierAllowed}
              onChange={(v) => put({ courierAllowed: v })}
            />
          </>
        )}
      </ListOf>
    </div>
  )
}
