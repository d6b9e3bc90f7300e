/** The bare measures: a Fastify that serves given bytes from memory, and one that answers the worklist's bare query. */
import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import { openDatabase } from '../src/platform/database.ts'

const [mode, argument, organ, post] = process.argv.slice(2)
const web = Fastify()

if (mode === 'bytes') {
  const { headers, body } = JSON.parse(readFileSync(argument!, 'utf8')) as {
    headers: Record<string, string>
    body: string
  }
  const bytes = Buffer.from(body, 'base64')
  web.get('/*', (_request, reply) => reply.headers(headers).send(bytes))
} else {
  const db = openDatabase(argument!, { max: 16 })
  web.get('/*', async () =>
    db.prepared(
      'bare',
      `select dossier_id, number, applicant_name, item_name, step_name, holder_post, status, result, received_at, clock, corrections, sample
         from casework.dossier where open and organ_id = $1 and holder_post = $2 order by due_at, dossier_id limit 20`,
      [organ, post],
    ),
  )
}
console.log(JSON.stringify({ listening: await web.listen({ port: 0, host: '127.0.0.1' }) }))
process.stdin.on('end', () => process.exit(0)).resume()
