/**
 * Shows what Nuxt Content made of Markdown. Its own renderer does the same and more, at 14 kB of script on every page with a
 * text; the server has resolved all that is left to resolve (server/content/prose/prose.ts).
 */
import { h, type Component, type VNodeArrayChildren, type FunctionalComponent } from 'vue'
import type { Prose, ProseNode } from '#shared/api/prose'

type Components = Readonly<Record<string, Component>>
type Slots = Record<string, () => VNodeArrayChildren>

const SLOT = 'v-slot:'

function rendered(nodes: readonly ProseNode[], components: Components): VNodeArrayChildren {
  return nodes.map((node) => {
    if (typeof node === 'string') return node
    const [tag, attributes, ...children] = node
    const component = components[tag]
    return component ? h(component, attributes, slotsOf(children, components)) : h(tag, attributes, rendered(children, components))
  })
}

/** What stands after `#name` goes into the slot of that name, all else into the usual one. */
function slotsOf(children: readonly ProseNode[], components: Components): Slots {
  const slots: Slots = {}
  const usual = children.filter((child) => {
    const name = typeof child !== 'string' && child[0] === 'template' ? Object.keys(child[1]).find(key => key.startsWith(SLOT)) : undefined
    if (name === undefined || typeof child === 'string') return true
    slots[name.slice(SLOT.length)] = () => rendered(child.slice(2) as ProseNode[], components)
    return false
  })
  if (usual.length > 0) slots.default = () => rendered(usual, components)
  return slots
}

interface Props {
  readonly body: Prose['body']
  /** Components that the text may use, by the names of their tags. */
  readonly components: Components
}

const ProseBody: FunctionalComponent<Props> = ({ body, components }) => h('div', rendered(body.value, components))
ProseBody.props = ['body', 'components']
export default ProseBody
