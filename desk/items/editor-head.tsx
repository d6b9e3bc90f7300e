import { Button } from 'antd'
import { Link } from 'react-router'
import { LifeTag } from '../changes/item-life.tsx'
import { dayInWords, dayOf, hourMinute } from '../dates.ts'
import { GuidePreview } from './guide-preview.tsx'
import { blocking, SECTIONS, sectionOf } from './sections.ts'
import type { ItemEdit } from './use-item.ts'

const STATE_WORDS: Record<ItemEdit['state'], string> = {
  saved: '已自动保存',
  unsaved: '还没保存',
  saving: '正在保存',
  refused: '没有存上',
}

/** The head of the editor: which version this is, whether it is saved, and handing it in. */
export function EditorHead({ edit, submit }: { edit: ItemEdit; submit: () => void }) {
  const { record, content, undoable } = edit
  const stops = blocking(edit.findings).length
  const maySubmit = !edit.readOnly && stops === 0 && edit.revision > 0
  const part = undoable && SECTIONS.find((s) => s.id === sectionOf(undoable))?.name
  return (
    <header className="edithead">
      <div className="edittitle">
        <div className="row">
          <h1>{content.name || '没有名称的事项'}</h1>
          <VersionTags edit={edit} />
          <LifeTag life={record.life.life} />
          {content.sample && <span className="tag">示例</span>}
          <Link className="small nowrap" to={`/items/${record.itemId}/versions`}>
            各版对照
          </Link>
        </div>
        <p className="tiny mute codes">
          {content.organName}　基本编码 {content.basicCode || '没有填'}　实施编码{' '}
          {content.implCode || '没有填'}
        </p>
      </div>
      <span className="spring" />
      <div className="editacts">
        {!edit.readOnly && (
          <span className="small mute savestate" role="status">
            {edit.state === 'saved' && edit.savedAt ? `${hourMinute(edit.savedAt)} ` : ''}
            {edit.state === 'saved' && !edit.savedAt ? '没有改动，一改就起草新版' : STATE_WORDS[edit.state]}
            {edit.state === 'saved' && edit.joined && '，并入了别人的修改'}
          </span>
        )}
        {!edit.readOnly && undoable && (
          <Button onClick={edit.undo} aria-label={`撤销刚才改的：${part}`}>
            撤销 <kbd>Ctrl Z</kbd>
          </Button>
        )}
        <GuidePreview itemId={record.itemId} stops={stops} ready={edit.saveNow} />
        {!edit.readOnly && (
          <>
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
                ? '发布检查拦住的改完才能提交'
                : edit.revision === 0
                  ? '没有改动，不用提交'
                  : '先选生效日期，看影响谁'}
            </span>
          </>
        )}
      </div>
    </header>
  )
}

function VersionTags({ edit: { record, revision } }: { edit: ItemEdit }) {
  const { draft, published } = record
  const drafted = draft !== null || revision > 0
  const since = published?.publishedAt ? `，${dayInWords(dayOf(published.publishedAt))} 起` : ''
  return (
    <>
      {drafted && (
        <span className="tag wait">草稿第 {draft?.version ?? (published?.version ?? 0) + 1} 版</span>
      )}
      {published &&
        (drafted ? (
          <span className="small mute nowrap">
            现行第 {published.version} 版{since}
          </span>
        ) : (
          <>
            <span className="tag ok">现行第 {published.version} 版</span>
            <span className="small mute nowrap">{since.slice(1)}</span>
          </>
        ))}
    </>
  )
}
