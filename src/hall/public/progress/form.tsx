import type { ReactElement } from 'react'
import { Button, type Lang, Row, Stack, TextField, t } from '../../../ui/index.ts'
import { PUBLIC } from '../addresses.ts'

/** Number and query code, short, for the home page. */
export function ProgressForm({ lang }: { lang: Lang }): ReactElement {
  return (
    <form method="post" action={PUBLIC.progress}>
      <Stack>
        <p className="mute">
          {t(lang, {
            zh: '不用登录。办件编号和查询码印在收件凭证上，短信里也有。',
            en: 'No sign-in. Number and query code stand on the receipt and in the text message.',
          })}
        </p>
        <Row>
          <TextField
            name="number"
            label={t(lang, { zh: '办件编号', en: 'Application number' })}
            autoComplete="off"
            maxLength={40}
          />
          <TextField
            name="code"
            label={t(lang, { zh: '查询码（8 位）', en: 'Query code (8 characters)' })}
            width="short"
            maxLength={12}
            secret
          />
          <Button weight="secondary">{t(lang, { zh: '查进度', en: 'Show progress' })}</Button>
        </Row>
      </Stack>
    </form>
  )
}
