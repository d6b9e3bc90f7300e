import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { ItemRecord } from '../../src/catalogue/api/contract.ts'
import { Refused } from '../api.ts'
import { LifeNotes, LifeSections } from '../changes/item-life.tsx'
import { SubmitDrawer, type SubmitKind } from '../changes/submit.tsx'
import { dayTime } from '../dates.ts'
import { Pane } from '../parts/pane.tsx'
import { Failed, Note, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { useKeys } from '../shell/keys.ts'
import { Shell } from '../shell/shell.tsx'
import '../styles/changes.css'
import '../styles/items.css'
import { Clashes } from './diff-clashes.tsx'
import { SectionDifference } from './diff-section.tsx'
import { Discard } from './discard.tsx'
import { DraftImpact } from './draft-impact.tsx'
import { EditorHead } from './editor-head.tsx'
import { FieldHistoryProvider } from './field-history.tsx'
import { FindingList, FindingsProvider } from './findings.tsx'
import { FormPreview } from './form/preview.tsx'
import { SectionBody } from './section-body.tsx'
import { NextSection, SectionIndex } from './section-index.tsx'
import { blocking, focusPath, SECTIONS, type SectionId, sectionOf } from './sections.ts'
import { type ItemEdit, useItemEdit, useItemRecord } from './use-item.ts'

/** 事项编辑: sections left, one of them in the middle, what the publish gate says at right. */
export default function ItemEditorPage({ officer }: { officer: Officer }) {
  const { id = '' } = useParams()
  const record = useItemRecord(id)
  const content = (record.data?.draft ?? record.data?.published)?.content
  const name = content ? content.name || '没有名称的事项' : '事项'
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
          staffId={officer.staffId}
        />
      )}
    </Shell>
  )
}

function Editor({ record, staffId }: { record: ItemRecord; staffId: string }) {
  const edit = useItemEdit(record, staffId)
  const [params, setParams] = useSearchParams()
  const chosen = SECTIONS.find((s) => s.id === params.get('s'))?.id ?? 'basics'
  const section = SECTIONS.find((s) => s.id === chosen)!
  const pane = useRef<HTMLDivElement>(null)
  const open = (next: SectionId) => {
    setParams({ s: next }, { replace: true })
    pane.current?.scrollIntoView({ block: 'start' })
    pane.current?.querySelector('.editpane')?.scrollTo(0, 0)
  }
  // A finding leads to its field once the section that holds it is drawn.
  const [sought, setSought] = useState<string | null>(null)
  useEffect(() => {
    if (sought === null || sectionOf(sought) !== chosen) return
    focusPath(sought)
    setSought(null)
  }, [sought, chosen])
  const queries = useQueryClient()
  const [submitting, setSubmitting] = useState<SubmitKind | null>(null)
  const maySubmit = !edit.readOnly && edit.revision > 0 && blocking(edit.findings).length === 0
  useKeys({
    'Ctrl+S': () => void edit.saveNow(),
    'Ctrl+Enter': () => maySubmit && setSubmitting('text'),
  })
  return (
    <FindingsProvider value={edit.findings}>
      <EditorHead edit={edit} submit={() => setSubmitting('text')} />
      <LifeNotes record={record} />
      {record.mayEdit.sentence && !record.life.change && <Note>{record.mayEdit.sentence}</Note>}
      {edit.error && (
        <Note kind={edit.error instanceof Refused && edit.error.refusal.name === 'conflict' ? 'warn' : 'bad'}>
          {edit.error instanceof Refused ? edit.error.refusal.sentence : '没有存上，写的还在这一页，会再试。'}
          {edit.error instanceof Refused && edit.error.refusal.name === 'conflict' && (
            <Button
              size="small"
              onClick={() => {
                edit.layAside()
                void queries.resetQueries({ queryKey: ['item', record.itemId] })
              }}
            >
              看现在的样子
            </Button>
          )}
        </Note>
      )}
      <Found edit={edit} />
      <Clashes edit={edit} />
      <div className={chosen === 'form' && edit.content.form ? 'editor designing' : 'editor'} ref={pane}>
        <SectionIndex edit={edit} chosen={chosen} open={open} />
        <Pane className="editpane" label={section.name}>
          <h2>{section.name}</h2>
          <p className="sectionabout">
            {section.about}
            {section.law && <span className="ground">《网上办事管理办法》{section.law}</span>}
          </p>
          {chosen === 'basics' && record.published === null && blocking(edit.findings).length > 0 && (
            <Note>
              从上往下一节一节写，边写边存。“发布检查”列着还拦住什么，点一条就到那一处。
              都过了就提交，由部门审核、备案、决定，到生效日期自动公布。
            </Note>
          )}
          {/* The designer of the form is walked through by reading eyes too: it locks its own controls. */}
          <fieldset className="editfields" disabled={edit.readOnly && chosen !== 'form'}>
            <FieldHistoryProvider itemId={record.itemId} content={edit.content} stamp={String(edit.revision)}>
              <SectionBody section={chosen} edit={edit} />
            </FieldHistoryProvider>
          </fieldset>
          <NextSection chosen={chosen} open={open} />
          <SectionDifference edit={edit} section={chosen} />
        </Pane>
        <Pane className="side" label="发布检查">
          <FindingList
            findings={edit.findings}
            whatNow={whatNow(edit)}
            follow={(path) => {
              open(sectionOf(path))
              setSought(path)
            }}
          />
          <DraftImpact edit={edit} />
          <LifeSections record={record} drafted={edit.revision > 0} begin={setSubmitting} />
          <Discard edit={edit} />
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

/** What the findings mean for who looks at them now. */
function whatNow({ record, findings, readOnly, revision }: ItemEdit): string {
  if (record.life.change) return '正在办手续，这一稿不改。生效那天再检查一遍。'
  if (readOnly) return '这里只看不改。'
  if (blocking(findings).length > 0) return '拦住的改完才能提交，提醒的可以留着。点一条，到那一处。'
  return revision > 0 ? '没有拦住的，可以提交审核。' : '没有改动，不用提交。'
}

/** What this browser still had from an earlier visit: put back by itself, or, where the draft is another one by now, when asked. */
function Found({ edit: { found, takeFound, dropFound } }: { edit: ItemEdit }) {
  if (!found) return null
  const parts = new Set(Object.keys(found.patch).map((key) => sectionOf(key)))
  const names = SECTIONS.filter((s) => parts.has(s.id)).map((s) => s.name)
  const when = `${dayTime(found.at)} 在这台电脑上写、没存上的修改（${names.join('、')}）`
  if (!found.stale) return <Note kind="good">{when}放回来了。</Note>
  return (
    <Note kind="warn">
      {when}还留着。从那以后这个事项有过别的保存，放进来会盖住这几处。
      <Button size="small" onClick={takeFound}>
        放进来
      </Button>
      <Button size="small" onClick={dropFound}>
        不要了
      </Button>
    </Note>
  )
}
