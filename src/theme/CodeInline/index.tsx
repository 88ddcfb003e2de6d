import CodeInline from '@theme-original/CodeInline';
import type {Props} from '@theme/CodeInline';
import {clsx} from 'clsx';
import styles from './styles.module.css';

const LONGEST = 32;

/** A flag or a name that breaks at its hyphens reads as something else, so short code stays whole. */
export default function CodeInlineWrapper(props: Props) {
  const isShort = typeof props.children === 'string' && props.children.length <= LONGEST;
  return <CodeInline {...props} className={clsx(props.className, isShort && styles.whole)} />;
}
