/** Comments and processing instructions, which may stand anywhere in a document and say nothing to a program. */
import { isDeclaration, TagReader } from './xmlTags.js'

/**
 * A document without declaration, comments and processing instructions; the text around them becomes one.
 * @throws {ResponseParserError} when the elements do not nest, the document is truncated, or it has a DOCTYPE.
 */
export function withoutRemarks(text: string): string {
  return new RemarkRemover(text).plainText()
}

const notBlank = /[^ \t\n]/

class RemarkRemover extends TagReader {
  private readonly kept: string[] = []
  private keptTo = 0

  plainText(): string {
    const { text } = this
    const names: string[] = []
    let rootSeen = false
    for (let open = text.indexOf('<'); open !== -1; open = text.indexOf('<', this.at)) {
      const outside = names.length === 0
      if (outside && notBlank.test(text.slice(this.at, open))) this.fail('there is text outside the root element')
      if (isDeclaration(text, open)) this.otherConstruct(open)
      else if (text.startsWith('<!--', open)) this.remove(open, open + 4, '-->')
      else if (text.startsWith('<?', open)) this.remove(open, open + 2, '?>')
      else if (text.startsWith('<![', open)) {
        if (outside) this.fail('there is text outside the root element')
        this.at = this.endOf(open, ']]>')
      } else if (this.isEndTag(open)) {
        const name = names.pop()
        if (name === undefined) this.fail('there is an end tag without its element')
        this.endTag(open, name)
      } else {
        if (outside && rootSeen) this.fail('there is more than one root element')
        rootSeen = true
        this.startTag(open)
        if (!this.empty) names.push(this.name)
      }
    }
    if (names.length > 0) this.fail('the XML ends inside an element')
    if (!rootSeen) this.fail('there is no XML')
    if (notBlank.test(text.slice(this.at))) this.fail('there is text after the root element')
    return this.kept.join('') + text.slice(this.keptTo)
  }

  private remove(open: number, from: number, mark: string): void {
    this.at = this.endOf(from, mark)
    if (open > this.keptTo) this.kept.push(this.text.slice(this.keptTo, open))
    this.keptTo = this.at
  }

  private endOf(from: number, mark: string): number {
    const end = this.text.indexOf(mark, from)
    if (end === -1) this.fail(`there is no ${mark}`)
    return end + mark.length
  }
}
