import type { Begun } from '../../../src/catalogue/api/transfer-contract.ts'
import { NoAnswer, type Refusal, Refused } from '../../api.ts'

/** Sends the file as it is. `progress` tells how much of it has arrived, from 0 to 1: fetch cannot. */
export function upload(file: File, to: string, progress: (part: number) => void): Promise<Begun> {
  const query = new URLSearchParams({ name: file.name, ...(to && { to }) })
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/imports?${query}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = (event) => progress(event.total > 0 ? event.loaded / event.total : 0)
    request.onerror = () => reject(new NoAnswer('服务没有回应，文件没有送到'))
    request.onload = () => {
      const body = request.response as (Begun & { refusal?: Refusal }) | null
      if (request.status === 201 && body) resolve(body)
      else if (body?.refusal) reject(new Refused(request.status, body.refusal))
      else reject(new NoAnswer(`服务回答 ${request.status}`))
    }
    request.send(file)
  })
}
