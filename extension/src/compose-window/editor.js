// Runs in the document of a compose window, where a fix is carried out as if the user had typed it: by the editor's own commands, so that
// Ctrl+Z takes it back, and nothing but what the fix names is touched. Nothing of ours stays in the document, at no moment. It is put in
// when a fix is asked for, and knows how to do, not what to do: that is decided by `outgoing/fixes`. (A classic script: modules cannot be put in.)
/** @type {any} */ (globalThis).tripostalEditor ??= (() => {
  /** What is not the writer's own, as Thunderbird and others mark it. */
  const OTHERS = ".moz-signature, .moz-cite-prefix, .moz-forward-container, .moz-email-headers-table, .gmail_quote, .gmail_signature, blockquote";
  /** Lists, tables and what is others' are left as they are: what is added stands above or below the whole. */
  const WHOLE = `ul, ol, dl, table, ${OTHERS}`;
  const BLOCK = /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CENTER|DD|DIV|DL|DT|FIGURE|FORM|H[1-6]|HR|LI|OL|P|PRE|SECTION|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/;
  const PARAGRAPH = /^(?:ADDRESS|CENTER|DIV|H[1-6]|P|PRE)$/;
  const SHOWN = /^(?:IMG|HR|VIDEO|OBJECT|SVG)$/i;
  const INLINE = /^(?:B|BIG|CODE|EM|FONT|I|S|SMALL|SPAN|STRONG|SUB|SUP|TT|U)$/;
  const ELEMENT = 1;
  const TEXT = 3;

  /** @typedef {{nodes: any[], texts: any[], text: string, others: boolean, shown: boolean, broken: boolean}} Line */

  /** @type {Line[]} */
  let lines = [];
  /** What was done, so that it can be taken back: the last one last. @type {{after: string, steps: number, attributes: any[]}[]} */
  const done = [];

  /**
   * The text line by line, as the eye sees it.
   * @param {any} body
   * @returns {Line[]}
   */
  function linesOf(body) {
    /** @type {Line[]} */
    const found = [];
    /** @type {Line | null} */
    let line = null;
    const current = (/** @type {boolean} */ others) => line ??= { nodes: [], texts: [], text: "", others, shown: false, broken: false };
    const end = (/** @type {boolean} */ broken) => {
      if (line) {
        line.broken = broken;
        line.text = line.texts.map(text => text.data).join("");
        // Between blocks there may be white space that nobody sees.
        if (broken || line.shown || line.text.trim() !== "") {
          found.push(line);
        }
      }
      line = null;
    };
    const walk = (/** @type {any} */ node, /** @type {boolean} */ others) => {
      for (const child of node.childNodes) {
        if (child.nodeType === TEXT) {
          const here = current(others);
          here.nodes.push(child);
          here.texts.push(child);
        } else if (child.nodeName === "BR") {
          current(others).nodes.push(child);
          end(true);
        } else if (child.nodeType === ELEMENT) {
          const theirs = others || child.matches(OTHERS);
          const block = BLOCK.test(child.nodeName) || child.style?.display === "block";
          if (block) {
            end(false);
          }
          if (SHOWN.test(child.nodeName)) {
            const here = current(theirs);
            here.nodes.push(child);
            here.shown = true;
          } else {
            walk(child, theirs);
          }
          if (block) {
            end(false);
          }
        }
      }
    };
    walk(body, false);
    end(false);
    return found;
  }

  const isBlank = (/** @type {Line} */ line) => line.text.trim() === "" && !line.shown;

  /**
   * What a line stands in and an addition goes above or below of: a paragraph, or a whole list, table or quote; null where lines are only
   * separated by breaks.
   * @param {Line} line @param {any} body
   */
  function blockOf(line, body) {
    let block = null;
    for (let parent = line.nodes[0].parentNode; parent && parent !== body; parent = parent.parentNode) {
      if (parent.matches(WHOLE) || (!block && PARAGRAPH.test(parent.nodeName))) {
        block = parent;
      }
    }
    return block;
  }

  /**
   * What is added to words in bold need not be bold: it goes beside what makes them so, where they are the first or last in it.
   * @param {any} node @param {"firstChild" | "lastChild"} side
   */
  function outOfInline(node, side) {
    while (INLINE.test(node.parentNode.nodeName) && node.parentNode.style?.display !== "block" && node.parentNode[side] === node) {
      node = node.parentNode;
    }
    return node;
  }

  /**
   * Where something goes above or below a line, and how it is written there.
   * @param {any} body @param {Line[]} all its lines @param {number} index @param {boolean} above @param {boolean} plain a message without HTML
   * @returns {{node: any, offset: number, block: string, breaksBefore: number, breaksAfter: number}}
   */
  function place(body, all, index, above, plain) {
    const line = all[index];
    const block = blockOf(line, body);
    const inBlock = all.filter(one => !isBlank(one) && block?.contains(one.nodes[0]));
    if (block && inBlock[above ? 0 : inBlock.length - 1] === line) {
      const offset = [...block.parentNode.childNodes].indexOf(block) + (above ? 0 : 1);
      const name = block.nodeName === "DIV" && !block.matches(OTHERS) ? "div" : "p";
      return { node: block.parentNode, offset, block: plain ? "" : name, breaksBefore: 0, breaksAfter: plain ? 2 : 0 };
    }
    const node = outOfInline(above ? line.nodes[0] : line.nodes.filter(one => one.nodeName !== "BR").at(-1), above ? "firstChild" : "lastChild");
    const offset = [...node.parentNode.childNodes].indexOf(node) + (above ? 0 : 1);
    const next = all[index + 1];
    const breaksAfter = above ? 2 : next && !isBlank(next) ? line.broken ? 1 : 2 : 0;
    return { node: node.nodeType === TEXT ? node : node.parentNode, offset: node.nodeType === TEXT ? above ? 0 : node.data.length : offset,
      block: "", breaksBefore: above ? 0 : 2, breaksAfter };
  }

  /** @param {string} text */
  const escaped = text => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

  /**
   * @param {any} body @param {{line: number, text: string, above: boolean, tight?: boolean}} edit `tight`: no empty line between @param {boolean} plain
   * @returns {{node: any, offset: number, text: string | null, html: string | null}}
   */
  function addition(body, { line, text, above, tight = false }, plain) {
    const { node, offset, block, breaksBefore, breaksAfter } = place(body, lines, line, above, plain);
    const fewer = tight && above ? 1 : 0;
    if (plain) {
      return { node, offset, text: "\n".repeat(breaksBefore) + text + "\n".repeat(Math.max(0, breaksAfter - fewer)), html: null };
    }
    if (block === "") {
      return { node, offset, text: null, html: "<br>".repeat(breaksBefore) + escaped(text) + "<br>".repeat(Math.max(0, breaksAfter - fewer)) };
    }
    const paragraph = `<${block}>${escaped(text)}</${block}>`;
    const blank = block === "div" && !tight ? "<div><br></div>" : "";
    return { node, offset, text: null, html: above ? paragraph + blank : blank + paragraph };
  }

  /**
   * Where the letters of a line changed: pieces of its text nodes, without line breaks of the source.
   * @param {Line} line @param {string} text as long as the line's own
   * @returns {{node: any, from: number, to: number, text: string}[]}
   */
  function changes({ texts }, text) {
    const pieces = [];
    for (let at = 0, index = 0; index < texts.length; at += texts[index].data.length, index++) {
      const node = texts[index];
      const wanted = text.slice(at, at + node.data.length);
      for (const { 0: word, index: from } of node.data.matchAll(/[^\s\u00a0]+(?: [^\s\u00a0]+)*/g)) {
        const to = from + word.length;
        if (wanted.slice(from, to) !== word) {
          pieces.push({ node, from, to, text: wanted.slice(from, to) });
        }
      }
    }
    return pieces.reverse(); // what stands behind is changed first, so that places in front stay right
  }

  /** Elements by which the writer gave words a colour. @param {any} body */
  function coloured(body) {
    return [...body.querySelectorAll("[color], [style]")].filter(element => element.closest(`a, ${OTHERS}`) === null
      && (element.hasAttribute("color") || (element.style?.color ?? "") !== ""));
  }

  /** @param {any} element whether all in it is the writer's, so that the editor may take the colour off the whole */
  const isPlainRun = element => INLINE.test(element.nodeName) && element.querySelector(`a, ${OTHERS}`) === null && element.textContent.trim() !== "";

  /** @param {any} document */
  function editing(document) {
    let steps = 0;
    const selection = document.getSelection();
    return {
      select: (/** @type {any[][]} */ ...places) => {
        selection.removeAllRanges();
        for (const [start, from, end, to] of places) {
          const range = document.createRange();
          range.setStart(start, from);
          range.setEnd(end, to);
          selection.addRange(range);
        }
      },
      command: (/** @type {string} */ name, /** @type {string} */ value) => {
        if (!document.execCommand(name, false, value)) {
          throw new Error(`the editor refused ${name}`);
        }
        steps++;
      },
      get steps() { return steps; },
    };
  }

  /** @param {any} document @param {any} edit @param {boolean} plain @param {ReturnType<typeof editing>} editor @param {any[]} attributes */
  function carryOut(document, edit, plain, editor, attributes) {
    if (edit.act === "add") {
      const { node, offset, text, html } = addition(document.body, edit, plain);
      editor.select([node, offset, node, offset]);
      editor.command(text === null ? "insertHTML" : "insertText", text ?? html ?? "");
    } else if (edit.act === "rewrite") {
      for (const { node, from, to, text } of changes(lines[edit.line], edit.text)) {
        // The new words are put between two letters of the old ones, which go then: a space beside which words are put in, or that they leave
        // at an end, is made a no-break space by the editor.
        const between = from + Math.max(0, node.data.slice(from, to).search(/\S\S/)) + 1;
        editor.select([node, between, node, between]);
        editor.command("insertText", text);
        for (const [begin, end] of [[between + text.length, to + text.length], [from, between]]) {
          if (begin < end) {
            editor.select([node, begin, node, end]);
            editor.command("delete", "");
          }
        }
      }
    } else if (edit.act === "remove-colours") {
      const runs = coloured(document.body).filter(isPlainRun);
      if (runs.length > 0) {
        editor.select(...runs.map(run => [run, 0, run, run.childNodes.length]));
        editor.command("foreColor", "normal");
      }
      for (const element of coloured(document.body)) { // of whole paragraphs: the editor has no command for that
        attributes.push(...["color", "style"].map(name => ({ element, name, value: element.getAttribute(name) })));
        element.removeAttribute("color");
        element.style.removeProperty("color");
        if (element.getAttribute("style") === "") {
          element.removeAttribute("style");
        }
      }
    }
  }

  return {
    linesOf, place, changes, coloured,

    /** The words that the writer coloured. @param {any} document */
    colouredWords(document) {
      const elements = coloured(document.body);
      return elements.filter(element => !elements.some(other => other !== element && other.contains(element)))
        .map(element => element.textContent.trim()).filter(text => text !== "");
    },

    /** The lines, for those who decide. @param {any} document */
    read(document) {
      lines = linesOf(document.body);
      return lines.map(({ text, others, shown }) => ({ text, others, shown }));
    },

    /**
     * Carries edits out, the last in the text first. What was read must still be there.
     * @param {any} document @param {any[]} edits @param {boolean} plain
     * @returns {boolean} false where the text has changed since it was read; then nothing was done
     */
    edit(document, edits, plain) {
      const { body } = document;
      const now = linesOf(body);
      if (now.length !== lines.length || now.some(({ text }, index) => text !== lines[index].text)) {
        return false;
      }
      lines = now;
      const selection = document.getSelection();
      const before = selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : null; // follows what happens in the text
      const editor = editing(document);
      /** @type {any[]} */
      const attributes = [];
      try {
        edits.forEach(edit => carryOut(document, edit, plain, editor, attributes));
      } finally {
        if (editor.steps > 0 || attributes.length > 0) {
          done.push({ after: body.innerHTML, steps: editor.steps, attributes }); // eslint-disable-line no-restricted-properties -- only read
        }
        if (before) {
          selection.removeAllRanges();
          selection.addRange(before);
        }
      }
      return true;
    },

    /**
     * Takes back what was done last, where the text is still as it was left then.
     * @param {any} document
     * @returns {boolean}
     */
    takeBack(document) {
      const last = done.at(-1);
      if (!last || document.body.innerHTML !== last.after) { // eslint-disable-line no-restricted-properties -- only read
        return false;
      }
      done.pop();
      for (const { element, name, value } of last.attributes) {
        if (value === null) {
          element.removeAttribute(name);
        } else {
          element.setAttribute(name, value);
        }
      }
      for (let step = 0; step < last.steps; step++) {
        document.execCommand("undo");
      }
      return true;
    },
  };
})();
