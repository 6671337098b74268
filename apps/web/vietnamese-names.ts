import type { Plugin } from 'vite';

/** Where the component library names things in English for a screen reader, and what stands there instead. */
const NAMES: readonly { readonly file: RegExp; readonly english: RegExp; readonly ours: string }[] = [
  // Its icons are decoration: whatever means something here has words of its own.
  {
    file: /@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/,
    english: /role: "img",\s*"aria-label": icon\.name/,
    ours: '"aria-hidden": true',
  },
  {
    file: /@rc-component\/(dialog\/es\/Dialog\/Content\/Panel|notification\/es\/Notification)\.js$/,
    english: /"aria-label": "Close"/,
    ours: '"aria-label": "Đóng"',
  },
];

/** Fails the build when a new version of the library has moved a name, so that none slips back in. */
export function vietnameseNames(): Plugin {
  const applied = new Set<object>();
  return {
    name: 'vietnamese-names',
    transform(code, id) {
      const rule = NAMES.find(({ file }) => file.test(id.split('?')[0] ?? id));
      if (!rule?.english.test(code)) return null;
      applied.add(rule);
      return { code: code.replace(rule.english, rule.ours), map: null };
    },
    buildEnd(error) {
      const moved = NAMES.find((rule) => !applied.has(rule));
      if (!error && moved) throw new Error(`No file ${String(moved.file)} with ${String(moved.english)} any more.`);
    },
  };
}
