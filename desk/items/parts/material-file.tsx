import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { ItemFileAnswer, ItemFilesAnswer } from '../../../src/catalogue/api/file-contract.ts'
import { get, newKey, sendFile } from '../../api.ts'
import { Field } from '../fields.tsx'
import { controlId } from '../sections.ts'

/** How a content names a file that was kept for its item. */
const PREFIX = 'file:'

/** One file of a material: 空白表格 or 示例样表. It is public once the version that names it is in force. */
export function MaterialFile(p: {
  path: string
  label: string
  hint: string
  itemId: string
  value: string
  onChange: (v: string) => void
}) {
  const { itemId, value, onChange } = p
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const known = useQuery({
    queryKey: ['item-files', itemId],
    queryFn: ({ signal }) => get<ItemFilesAnswer>(`/api/items/${itemId}/files`, signal),
    enabled: value.startsWith(PREFIX),
  })
  const fileId = value.startsWith(PREFIX) ? value.slice(PREFIX.length) : null
  const name = known.data?.files.find((one) => one.fileId === fileId)?.name

  const pick = fileId ? '换一个文件' : '选文件'

  async function take(file: File) {
    setBusy(true)
    setWrong(null)
    try {
      const query = new URLSearchParams({ file: newKey(), name: file.name })
      const kept = await sendFile<ItemFileAnswer>(`/api/items/${itemId}/files?${query}`, file)
      await queries.invalidateQueries({ queryKey: ['item-files', itemId] })
      onChange(PREFIX + kept.fileId)
    } catch (error) {
      setWrong((error as Error).message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Field path={p.path} label={p.label} hint={p.hint} optional>
      <div className="row">
        {fileId ? (
          <a href={`/api/items/${itemId}/files/${fileId}`}>{name ?? '打开文件'}</a>
        ) : (
          value !== '' && <span className="mute">来源系统的编号 {value}，这里没有文件</span>
        )}
        <Button
          id={controlId(p.path)}
          aria-label={`${p.label}：${pick}`}
          loading={busy}
          onClick={() => input.current?.click()}
        >
          {pick}
        </Button>
        {value !== '' && (
          <Button type="text" aria-label={`${p.label}：去掉`} onClick={() => onChange('')}>
            去掉
          </Button>
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept=".pdf,.docx,.xlsx,.jpg,.jpeg,.png"
          onChange={(e) => {
            const [file] = e.target.files ?? []
            e.target.value = ''
            if (file) void take(file)
          }}
        />
      </div>
      {wrong && (
        <span className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </Field>
  )
}
