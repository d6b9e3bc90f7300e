/** Entry of the scripts in the hall's pages. Every page is whole without them. */
import { Autosave } from './autosave.ts'
import { ConfirmOnce } from './confirm-once.ts'
import { FormElement } from './form.ts'
import { Idle } from './idle.ts'
import { Live } from './live.ts'
import { Suggest } from './suggest.ts'
import { UploadElement } from './upload.ts'

customElements.define('rb-suggest', Suggest)
customElements.define('rb-upload', UploadElement)
// Before autosave: a copy of this device needs rows to be put into.
customElements.define('rb-form', FormElement)
customElements.define('rb-autosave', Autosave)
customElements.define('rb-live', Live)
customElements.define('rb-confirm-once', ConfirmOnce)
customElements.define('rb-idle', Idle)
