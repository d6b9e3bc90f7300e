import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { ItemRecord } from '../../src/catalogue/api/contract.ts'
import { Refused } from '../api.ts'
import { LifeNotes, LifeSections, LifeTag } from '../changes/item-life.tsx'
import { SubmitDrawer, type SubmitKind } from '../changes/submit.tsx'
import { dayTime, hourMinute } from '../dates.ts'
import { Pane } from '../parts/pane.tsx'
import { Failed, Note, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { useKeys } from '../shell/keys.ts'
import { Shell } from '../shell/shell.tsx'
import '../styles/changes.css'
import '../styles/items.css'
import { Clashes } from './diff-clashes.tsx'
import { SectionDifference } from './diff-section.tsx'
import { FieldHistoryProvider } from './field-history.tsx'
import { FindingList, FindingsProvider } from './findings.tsx'
import { FormPreview } from './form/preview.tsx'
import { SectionBody } from './section-body.tsx'
import { blocking, SECTIONS, type SectionId, sectionOf } from './sections.ts'
import { type ItemEdit, useItemEdit, useItemRecord } from './use-item.ts'

/** 事项编辑: sections left, one of them in the middle, what the publish gate says at right. */
export default function ItemEditorPage({ officer }: { officer: Officer }) {
  const { id = '' } = useParams()
  const record = useItemRecord(id)
  const name = (record.data?.draft ?? record.data?.published)?.content.name || '没有名称的事项'
  const draft = record.data?.draft
  return (
    <Shell officer={officer} rail crumbs={[{ label: '事项目录', to: '/items' }, { label: name }]}>
      {record.isPending && <Waiting what="事项" />}
      {record.isError && (
        <>
          <h1 className="vh">事项</h1>
          <Failed what="事项" error={record.error} retry={() => void record.refetch()} />
        </>
      )}
      {record.data && (
        <Editor
          key={`${id}.${draft ? `draft${draft.version}` : `published${record.data.published?.version}`}.${record.data.life.change?.turn ?? 0}`}
          record={record.data}
        />
      )}
    </Shell>
  )
}

function Editor({ record }: { record: ItemRecord }) {
  const edit = useItemEdit(record)
  const [params, setParams] = useSearchParams()
  const chosen = SECTIONS.find((s) => s.id === params.get('s'))?.id ?? 'basics'
  const open = (section: SectionId) => setParams({ s: section }, { replace: true })
  const queries = useQueryClient()
  const [submitting, setSubmitting] = useState<SubmitKind | null>(null)
  const maySubmit = !edit.readOnly && edit.revision > 0 && blocking(edit.findings).length === 0
  useKeys({
    'Ctrl+S': () => void edit.saveNow(),
    'Ctrl+Enter': () => maySubmit && setSubmitting('text'),
  })
  return (
    <FindingsProvider value={edit.findings}>
      <Head edit={edit} submit={() => setSubmitting('text')} />
      <LifeNotes record={record} />
      {record.mayEdit.sentence && !record.life.change && <Note>{record.mayEdit.sentence}</Note>}
      {edit.error && (
        <Note kind={edit.error instanceof Refused && edit.error.refusal.name === 'conflict' ? 'warn' : 'bad'}>
          {edit.error instanceof Refused ? edit.error.refusal.sentence : '没有存上，写的还在这一页，会再试。'}
          {edit.error instanceof Refused && edit.error.refusal.name === 'conflict' && (
            <Button
              size="small"
              onClick={() => void queries.resetQueries({ queryKey: ['item', record.itemId] })}
            >
              看现在的样子
            </Button>
          )}
        </Note>
      )}
      <Clashes edit={edit} />
      <div className={chosen === 'form' && edit.content.form ? 'editor designing' : 'editor'}>
        <SectionIndex edit={edit} chosen={chosen} open={open} />
        <Pane className="editpane" label={SECTIONS.find((s) => s.id === chosen)!.name}>
          <h2>{SECTIONS.find((s) => s.id === chosen)!.name}</h2>
          {/* The designer of the form is walked through by reading eyes too: it locks its own controls. */}
          <fieldset className="editfields" disabled={edit.readOnly && chosen !== 'form'}>
            <FieldHistoryProvider itemId={record.itemId} content={edit.content} stamp={String(edit.revision)}>
              <SectionBody section={chosen} edit={edit} />
            </FieldHistoryProvider>
          </fieldset>
          <SectionDifference edit={edit} section={chosen} />
        </Pane>
        <Pane className="side" label="发布检查">
          <FindingList findings={edit.findings} drafted={edit.revision > 0} open={open} />
          <LifeSections record={record} drafted={edit.revision > 0} begin={setSubmitting} />
        </Pane>
        {chosen === 'form' && edit.content.form && <FormPreview edit={edit} />}
      </div>
      <SubmitDrawer
        itemId={record.itemId}
        kind={submitting ?? 'text'}
        isNew={record.published === null}
        open={submitting !== null}
        onClose={() => setSubmitting(null)}
        revision={edit.saveNow}
      />
    </FindingsProvider>
  )
}

const STATE_WORDS: Record<ItemEdit['state'], string> = {
  saved: '已自动保存',
  unsaved: '还没保存',
  saving: '正在保存',
  refused: '没有存上',
}

function Head({ edit, submit }: { edit: ItemEdit; submit: () => void }) {
  const { record, content } = edit
  const stops = blocking(edit.findings).length
  const maySubmit = !edit.readOnly && stops === 0 && edit.revision > 0
  const version = record.draft
    ? `草稿第 ${record.draft.version} 版`
    : edit.revision > 0
      ? '新草稿'
      : '没有草稿'
  return (
    <header className="edithead">
      <div>
        <div className="row">
          <h1>{content.name || '没有名称的事项'}</h1>
          <span className="tag wait">{version}</span>
          {record.published && (
            <span className="small mute nowrap">
              现行第 {record.published.version} 版
              {record.published.publishedAt && `，${dayTime(record.published.publishedAt)} 起施行`}
            </span>
          )}
          <LifeTag life={record.life.life} />
          {content.sample && <span className="tag">示例</span>}
          <Link className="small nowrap" to={`/items/${record.itemId}/versions`}>
            各版对照
          </Link>
        </div>
        <p className="tiny mute">
          {content.organName}　基本编码 {content.basicCode || '没有填'}　实施编码{' '}
          {content.implCode || '没有填'}
        </p>
      </div>
      <span className="spring" />
      {!edit.readOnly && (
        <>
          <span className="small mute nowrap" role="status">
            {edit.state === 'saved' && edit.savedAt ? `${hourMinute(edit.savedAt)} ` : ''}
            {edit.state === 'saved' && !edit.savedAt ? '没有改动' : STATE_WORDS[edit.state]}
            {edit.state === 'saved' && edit.joined && '，并入了别人的修改'}
          </span>
          <Button onClick={() => void edit.saveNow()}>
            存草稿 <kbd>Ctrl S</kbd>
          </Button>
          <Button
            type="primary"
            aria-disabled={!maySubmit}
            aria-describedby="submithint"
            onClick={() => maySubmit && submit()}
          >
            {stops > 0 ? `提交审核（还差 ${stops} 项）` : '提交审核…'} <kbd>Ctrl ↵</kbd>
          </Button>
          <span className="vh" id="submithint">
            {stops > 0
              ? '右边拦住的改完才能提交'
              : edit.revision === 0
                ? '没有改动，不用提交'
                : '先选生效日期，看影响谁'}
          </span>
        </>
      )}
    </header>
  )
}

function SectionIndex({
  edit,
  chosen,
  open,
}: {
  edit: ItemEdit
  chosen: SectionId
  open: (section: SectionId) => void
}) {
  return (
    <nav className="sections" aria-label="各节">
      <ol>
        {SECTIONS.map((s) => {
          const own = edit.findings.filter((f) => sectionOf(f.path) === s.id)
          const stops = blocking(own).length
          return (
            <li key={s.id}>
              <button
                type="button"
                aria-current={s.id === chosen ? 'true' : undefined}
                onClick={() => open(s.id)}
              >
                {s.name}
                {stops > 0 ? (
                  <span className="alarm">■ {stops} 拦</span>
                ) : own.length > 0 ? (
                  <span className="warn-ink">▲ {own.length} 提醒</span>
                ) : (
                  <span className="good-ink">✓</span>
                )}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
