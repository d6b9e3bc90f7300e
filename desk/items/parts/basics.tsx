import { ChoiceField, LinesField, ManyField, TextField, TickField } from '../fields.tsx'
import type { ItemEdit } from '../use-item.ts'
import { DirectoryBasics } from './directory-basics.tsx'

const ITEM_TYPES = [
  { value: '01', label: '01 行政许可' },
  { value: '05', label: '05 行政给付' },
  { value: '07', label: '07 行政确认' },
  { value: '08', label: '08 行政奖励' },
  { value: '09', label: '09 行政裁决' },
  { value: '10', label: '10 其他类别事项' },
  { value: '20', label: '20 公共服务' },
]
const LEVELS = ['1', '2', '3', '4', '5', '6'].map((value) => ({
  value,
  label: { '1': '国家级', '2': '省级', '3': '市级', '4': '县级', '5': '镇（街道）级', '6': '村（社区）级' }[
    value
  ]!,
}))
const SUBJECTS = [
  { value: '1', label: '自然人' },
  { value: '2', label: '企业法人' },
  { value: '3', label: '事业法人' },
  { value: '4', label: '社会组织法人' },
  { value: '5', label: '行政机关' },
  { value: '6', label: '其他组织' },
] as const

/** Names, codes, whom it serves. */
export function Basics({ edit }: { edit: ItemEdit }) {
  const { content: c, set } = edit
  return (
    <div className="formgap">
      <TextField path="name" label="事项名称" value={c.name} onChange={(v) => set('name', v)} />
      <TextField
        path="summary"
        label="一句话说明"
        hint="给谁、办什么，搜索结果里会显示"
        value={c.summary}
        rows={2}
        onChange={(v) => set('summary', v)}
      />
      <LinesField
        path="everydayNames"
        label="日常叫法"
        optional
        hint="一行一个，例如 开奶茶店"
        value={c.everydayNames}
        onChange={(v) => set('everydayNames', v)}
      />
      <div className="two">
        <TextField
          path="nameEn"
          label="英文名称"
          optional
          value={c.nameEn}
          onChange={(v) => set('nameEn', v)}
        />
        <TextField
          path="summaryEn"
          rows={1}
          label="英文说明"
          optional
          value={c.summaryEn}
          onChange={(v) => set('summaryEn', v)}
        />
      </div>
      <ChoiceField
        path="projectType"
        label="办件类型"
        value={c.projectType}
        options={[
          { value: '1', label: '即办件' },
          { value: '2', label: '承诺件' },
        ]}
        onChange={(v) => set('projectType', v)}
      />
      <DirectoryBasics
        edit={edit}
        rows={[
          ['directoryName', '目录事项名称', c.directoryName],
          ['itemType', '事项类型', ITEM_TYPES.find((t) => t.value === c.itemType)?.label ?? c.itemType],
          ['basicCode', '基本编码', c.basicCode],
          ['implCode', '实施编码', c.implCode],
          ['handleItemCode', '业务办理项编码', c.handleItemCode],
          ['level', '行使层级', LEVELS.find((l) => l.value === c.level)?.label ?? c.level],
        ]}
      />
      {c.directoryVersion === 0 && <OwnCodes edit={edit} />}
      <TextField path="areaCode" label="区划代码" value={c.areaCode} onChange={(v) => set('areaCode', v)} />
      <ManyField
        path="serviceObjects"
        label="服务对象"
        value={c.serviceObjects}
        options={SUBJECTS}
        onChange={(v) => set('serviceObjects', v)}
      />
      <LinesField
        path="topics"
        label="主题"
        optional
        hint="一行一个，大厅按主题列事项"
        value={c.topics}
        onChange={(v) => set('topics', v)}
      />
      <TickField
        path="sample"
        label="含示例内容，页面和文书上标明 示例"
        value={c.sample}
        onChange={(v) => set('sample', v)}
      />
      {c.sourceNotes.length > 0 && (
        <LinesField
          path="sourceNotes"
          label="导入时的疑点"
          hint="一行一条；核对过的删掉"
          value={c.sourceNotes}
          onChange={(v) => set('sourceNotes', v)}
        />
      )}
      {c.origin && <p className="small mute">来源：{c.origin}</p>}
    </div>
  )
}

/** Type, codes and level of a guide that is bound to no directory entry: typed by hand. */
function OwnCodes({ edit: { content: c, set } }: { edit: ItemEdit }) {
  return (
    <>
      <ChoiceField
        path="itemType"
        label="事项类型"
        value={c.itemType}
        options={ITEM_TYPES}
        onChange={(v) => set('itemType', v)}
      />
      <TextField
        path="basicCode"
        label="基本编码"
        value={c.basicCode}
        onChange={(v) => set('basicCode', v)}
      />
      <TextField path="implCode" label="实施编码" value={c.implCode} onChange={(v) => set('implCode', v)} />
      <TextField
        path="handleItemCode"
        label="业务办理项编码"
        optional
        value={c.handleItemCode}
        onChange={(v) => set('handleItemCode', v)}
      />
      <ChoiceField
        path="level"
        label="行使层级"
        value={c.level}
        options={LEVELS}
        onChange={(v) => set('level', v)}
      />
    </>
  )
}
