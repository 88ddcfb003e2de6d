import {describe, expect, it} from 'vitest';
import {parseShell, programsCalled} from './index';

function namesOf(script: string): readonly string[] {
  return programsCalled(parseShell(script)).map(({name, optional}) =>
    optional ? `${name}?` : name,
  );
}

describe('programsCalled', () => {
  it('looks through wrappers, pipelines and substitutions', () => {
    expect(
      namesOf('sudo env A=b timeout 5 nc -z db 5432 | tee "$(mktemp)" && xargs -n1 dig'),
    ).toEqual(['sudo', 'env', 'timeout', 'nc', 'tee', 'mktemp', 'xargs', 'dig']);
  });

  it('leaves out what runs in a pod or on another host', () => {
    expect(namesOf('kubectl exec web -- jstack 1\nssh db pg_dump shop')).toEqual([
      'kubectl',
      'ssh',
    ]);
  });

  it('leaves out functions, computed names and relative paths, and keeps absolute ones', () => {
    expect(namesOf('f() { date; }\nf\n"$TOOL" x\n./go.sh\n/usr/sbin/ss -s')).toEqual([
      'date',
      '/usr/sbin/ss',
    ]);
  });

  it('tells which programs a script can do without', () => {
    expect(namesOf('if command -v jq >/dev/null; then jq .; else cat; fi')).toEqual([
      'command',
      'jq?',
      'cat',
    ]);
  });
});
