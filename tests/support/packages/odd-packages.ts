/** Packages of our own that do what packages of other makers do, and an ordinary one does not. */
import { driver12, one, packaged } from './authoring-tools.ts'
import type { PackageFiles } from './packages.ts'

const page = (body: string, head = '') => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`

/** A page that opens the lesson in a window, which looks for its run-time up the openers: old players do, and some of today. */
export function inAWindow(): PackageFiles {
  return packaged(
    { version: '1.2', identifier: 'popup', organization: 'org', title: 'Clouds', scos: one('i1', 'r1', 'Clouds', 'launch.html') },
    {
      'launch.html': page(`<p>Clouds</p><button onclick="window.open('player/index.html', 'player', 'width=800')">Launch course</button>
        <a href="player/notes.html" target="_blank">Notes</a>`),
      'player/index.html': page(
        '<p>Cumulus</p><button onclick="report(75)">Check</button><button onclick="leave();window.close()">Exit course</button>',
        `<script>${driver12}</script><script>begin();document.title = String(parent === window)</script>`,
      ),
      'player/notes.html': page('<p>Notes on clouds</p><button onclick="window.close()">Done</button>'),
    },
  )
}

/** Much goes wrong in it: scripts fail, files are missing in every way in which one can be asked for, and it asks before it goes on. */
export function faulty(): PackageFiles {
  return packaged(
    { version: '1.2', identifier: 'faulty', organization: 'org', title: 'Wind', scos: one('i1', 'r1', 'Wind', 'index.html') },
    {
      'index.html': page(
        '<p id="answer"></p><img src="pictures/gone.png" alt=""><iframe src="inner.html" title="Inner"></iframe>',
        `<script>${driver12}begin();begins.at.once()</script><script src="gone.js"></script>
        <script>document.addEventListener("DOMContentLoaded", function () {
          document.getElementById("answer").textContent = confirm("Carry on where you left off?") + " " + prompt("Your name?", "nobody")
        })</script>`,
      ),
      'inner.html': page('<script>fetch("data/gone.json").then(function (r) { if (!r.ok) throw new Error("no data") }); alert("Windy"); throw new Error("inner fault")</script>'),
    },
  )
}
