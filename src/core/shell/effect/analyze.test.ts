import {describe, expect, it} from 'vitest';
import {CALLS} from './__fixtures__/calls';
import {analyzeEffect, EFFECTS, maxEffect} from '../index';

describe('analyzeEffect', () => {
  it.each(CALLS)('says $effect $traits of $script', ({script, effect, traits}) => {
    const found = analyzeEffect(script);
    expect(`${found.effect} ${found.traits.join(' ')}`.trim()).toBe(`${effect} ${traits}`.trim());
  });

  it('knows 96 of 100 real kubectl lines: what it does not know would be a change by default', () => {
    const lines = CALLS.filter(({script}) => script.startsWith('kubectl '));
    const unknown = lines.filter(({script}) =>
      analyzeEffect(script).reasons.some(({code}) => code.startsWith('unknown')),
    );
    expect(lines.length).toBeGreaterThanOrEqual(120);
    expect(unknown.length / lines.length).toBeLessThan(0.04);
  });

  it('takes the most of everything in a script', () => {
    const script =
      'kubectl get po | xargs kubectl delete\nclean() { rm -rf build; }\necho "$(kubectl edit cm x)"';
    expect(analyzeEffect(script)).toMatchObject({effect: 'destroy', traits: ['interactive']});
  });

  it('gives the place and the program of every reason', () => {
    const script = "sudo bash -c 'kubectl scale deploy web --replicas=0; tail -f x'";
    const reasons = analyzeEffect(script).reasons.map(
      ({outcome, code, program, start, end}) =>
        `${outcome} ${code} ${program}: ${script.slice(start, end)}`,
    );
    expect(reasons).toEqual([
      'change verb kubectl: scale',
      'destroy flag kubectl: --replicas=0',
      'blocking flag tail: -f',
    ]);
  });

  it('judges a function that the script defines by its body', () => {
    expect(analyzeEffect('show() { kubectl get po; }; show').effect).toBe('read');
    expect(analyzeEffect('show').effect).toBe('change');
  });

  it('lets a file beside the script be written, but not one of the system or in a pod', () => {
    expect(analyzeEffect('date > now.txt; date >> /tmp/now 2> /dev/null').effect).toBe('read');
    expect(analyzeEffect('date > /etc/motd').effect).toBe('change');
    expect(analyzeEffect('cat x > /dev/sda').effect).toBe('destroy');
    expect(analyzeEffect("kubectl exec web -- sh -c 'date > /app/now'").effect).toBe('change');
  });

  it('sees no secrets where a reader keeps them from the screen', () => {
    const lines = [
      "kubectl exec web -- env | cut -d= -f1 | grep -E '^DB_' | sort",
      'kubectl get secret db -o yaml | kubectl apply -n staging -f -',
      "kubectl exec web -- sh -c 'env | grep -c DB_'",
      'kubectl get secret db -o json | sha256sum',
    ];
    expect(lines.flatMap(line => analyzeEffect(line).traits)).toEqual([]);
    expect(analyzeEffect('kubectl exec web -- env | grep DB_').traits).toEqual(['secrets']);
  });

  it('does not call a command in the background blocking', () => {
    expect(analyzeEffect('kubectl port-forward svc/web 8080:80 &').traits).toEqual([]);
  });
});

describe('maxEffect', () => {
  it('orders read, change, destroy', () => {
    expect(EFFECTS).toEqual(['read', 'change', 'destroy']);
    expect(maxEffect()).toBe('read');
    expect(maxEffect('change', 'destroy', 'read')).toBe('destroy');
  });
});
