/**
 * Answers what is sent to the second host, before anything of the app sees it: neither pages nor the API nor files of the app are
 * there, and no cookie is read or set.
 */
import { eventHandler, getRequestHeader } from 'h3'
import { defineNitroPlugin } from 'nitropack/runtime'
import { appAssets } from '../edge/packages/app-assets.ts'
import { isForPreviewHost } from '../edge/packages/preview-host.ts'
import { believeProxy } from '../middleware/forwarded.ts'
import { foreignAnswer } from '../scorm/preview/foreign/foreign-answer.ts'
import { foreignStore } from '../scorm/preview/foreign/foreign-store.ts'

export default defineNitroPlugin((nitro) => {
  nitro.h3App.stack.unshift({
    route: '/',
    handler: eventHandler(async (event) => {
      believeProxy(event)
      if (!isForPreviewHost(event)) return
      const { req, res } = event.node
      const { status, headers, body } = await foreignAnswer(foreignStore, () => appAssets().read('player/preview.js'), {
        method: event.method,
        path: req.url ?? '',
        dest: getRequestHeader(event, 'sec-fetch-dest'),
        range: getRequestHeader(event, 'range'),
        async body(limit) {
          let text = ''
          for await (const part of req) text = text.length < limit ? text + String(part) : text
          return text.slice(0, limit)
        },
      })
      // The app's own headers are for its own pages.
      for (const name of res.getHeaderNames()) res.removeHeader(name)
      res.writeHead(status, headers).end(event.method === 'HEAD' ? undefined : body)
    }),
  })
})
