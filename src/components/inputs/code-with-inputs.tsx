import {usePrismTheme} from '@docusaurus/theme-common';
import {useCodeBlockContext} from '@docusaurus/theme-common/internal';
import {clsx} from 'clsx';
import {Highlight} from 'prism-react-renderer';
import type {ReactNode} from 'react';
import type {InputUse} from '../../core';
import {outermostUses, replacementOf} from '../../core/inputs';
import {InputChip} from './input-chip';
import {useInputs} from './inputs-provider';
import {markUses} from './mark-uses';
import styles from './styles.module.css';

/** The code of the block around it, with a chip at each use of an input. */
export function CodeWithInputs({
  uses,
  className,
}: {
  readonly uses: readonly InputUse[];
  readonly className?: string | undefined;
}) {
  const {metadata, wordWrap} = useCodeBlockContext();
  const theme = usePrismTheme();
  const {code, language, lineClassNames} = metadata;
  return (
    <Highlight theme={theme} code={code} language={language}>
      {({className: highlighted, style, tokens, getLineProps, getTokenProps}) => (
        <pre
          ref={wordWrap.codeBlockRef}
          tabIndex={0}
          className={clsx(className, highlighted, styles.code, 'thin-scrollbar')}
          style={style}
        >
          <code className={styles.lines}>
            {markUses(tokens, outermostUses(uses)).map(({start, pieces}, at) => (
              <div
                key={start}
                {...getLineProps({line: [], className: lineClassNames[at]?.join(' ') ?? ''})}
              >
                {pieces.map(({start: from, token, use}) => {
                  const {children, ...props} = getTokenProps({token});
                  return (
                    <span key={from} {...props}>
                      {use === undefined ? inLine(children) : <Use use={use} code={code} />}
                    </span>
                  );
                })}
                <br />
              </div>
            ))}
          </code>
        </pre>
      )}
    </Highlight>
  );
}

function inLine(text: ReactNode): ReactNode {
  return text === '\n' ? '' : text;
}

function Use({use, code}: {readonly use: InputUse; readonly code: string}) {
  const {states, fillings} = useInputs();
  const state = states.get(use.name);
  const written = code.slice(use.start, use.end);
  if (state === undefined) return written;
  const isMissing = fillings.get(use.name)?.value === null;
  return (
    <InputChip state={state} shown={isMissing ? written : replacementOf(code, use, fillings)} />
  );
}
