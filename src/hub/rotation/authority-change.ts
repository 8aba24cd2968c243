import { X509Certificate } from 'node:crypto';
import type {
  DirectoryDocument,
  DirectoryDocumentOf,
} from '../../shared/contracts/documents/directory.ts';
import type { AuthorityStanding } from '../../shared/contracts/rotation.ts';
import type { StationId } from '../../shared/ids.ts';
import { authorityFingerprint } from '../../sync/enrolment/enrolment-proof.ts';
import { signHandOver } from '../../sync/transport/authorities.ts';
import { readHolder } from '../../sync/transport/site-certificate.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { Asker, OfficeChange } from '../office/office-change.ts';
import type { HubTls } from '../site/hub-tls.ts';
import { makeAuthority } from '../site/site-authority.ts';
import { siteFiles } from '../site/site-files.ts';
import type { AuthorityChangeContent } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';

type Stage = AuthorityChangeContent['stage'];
type Grounds = Pick<OfficeChange, 'grounds' | keyof Asker>;

export interface AuthorityParts {
  readonly office: SiteOffice;
  readonly tls: HubTls;
}

/**
 * How a site goes over to another authority ([IDN13]): stations are told of it, on the word of the one
 * they know; once all know it the hub shows its certificate and has them make keys that it certifies;
 * once all have come with those, the earlier one counts no more. What was decided is in
 * `ca-change.json` before it is done, so that whatever is cut off is carried to its end.
 */
export class AuthorityChange {
  readonly #parts: AuthorityParts;
  #file: AuthorityChangeContent | null;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(parts: AuthorityParts, file: AuthorityChangeContent | null) {
    this.#parts = parts;
    this.#file = file;
  }

  /** @throws ReanError `site.missing`, `config.invalid`, or a `store.*` code */
  static async open(parts: AuthorityParts): Promise<AuthorityChange> {
    const file = await parts.office.vault.read(siteFiles.authorityChange);
    const change = new AuthorityChange(parts, file);
    await change.#goOn();
    return change;
  }

  /** Where it is, once it has gone on as far as it can: who was waited for may be shut out by now. */
  async standing(): Promise<AuthorityStanding> {
    await this.arrived();
    if (this.#file === null) return null;
    return { stage: this.#file.stage, waiting: [...(await this.#waiting(this.#file))] };
  }

  /** Begins a change, where none is under way, and goes on with it as far as it can. */
  begin(grounds: Grounds): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#file !== null && this.#file.stage !== 'done') {
        await this.#complete(this.#file.stage === 'told' ? grounds : undefined);
        return;
      }
      await this.#complete();
      const { office } = this.#parts;
      const { site } = office.site;
      const present = await readRequired(office.vault, siteFiles.authority);
      const next = await makeAuthority(site, office.random);
      const handOver = { site, next: next.certificate };
      const handedOver = signHandOver(handOver, present.privateKey);
      const earlier = present.certificate;
      await this.#keep({ v: 1, stage: 'told', next, earlier, handedOver, knows: [] });
      await this.#complete(grounds);
      await this.#goOn();
    });
  }

  /** Waits for nobody any more in this stage: who has not come by now has to be visited. */
  skip(): Promise<void> {
    return this.#inTurn(() => this.#goOn(true));
  }

  /** A station says that it trusts an authority, by its fingerprint. */
  known(station: StationId, fingerprint: string): Promise<void> {
    return this.#inTurn(async () => {
      const file = this.#file;
      if (file?.stage !== 'told' || authorityFingerprint(file.next.certificate) !== fingerprint)
        return;
      if (!file.knows.includes(station))
        await this.#keep({ ...file, knows: [...file.knows, station] });
      await this.#goOn();
    });
  }

  /** A station may have come with the keys it was asked for. */
  arrived(): Promise<void> {
    return this.#inTurn(() => this.#goOn());
  }

  async #goOn(skipping = false): Promise<void> {
    // Nobody is waited for by a step that was decided and not taken: it comes first.
    const wasBehind = await this.#complete();
    const file = this.#file;
    if (file === null || file.stage === 'done') return;
    if (skipping ? wasBehind : (await this.#waiting(file)).length > 0) return;
    await this.#keep({ ...file, stage: file.stage === 'told' ? 'given' : 'done' });
    await this.#complete();
    if (!skipping) await this.#goOn();
  }

  async #waiting({ stage, knows }: AuthorityChangeContent): Promise<readonly StationId[]> {
    if (stage === 'done') return [];
    const isWaitedFor = (held: DirectoryDocumentOf<'station'>) =>
      stage === 'told' ? !knows.includes(held.station) : held.renewal !== undefined;
    return (await this.#enabled()).filter(isWaitedFor).map(({ station }) => station);
  }

  async #enabled(): Promise<readonly DirectoryDocumentOf<'station'>[]> {
    const documents = await this.#parts.office.directory.all('station:');
    return documents.flatMap((each) => (each.type === 'station' && !each.disabled ? [each] : []));
  }

  /** Does what the file says and is not done yet. @returns whether there was anything to tell */
  async #complete(grounds: Grounds = { by: 'hub' }): Promise<boolean> {
    if (this.#file === null) return false;
    const { office, tls } = this.#parts;
    if (this.#file.stage !== 'told') await this.#giveHub(this.#file);
    await tls.refresh();
    const [held] = await office.directory.all('authority');
    const { stage, next } = this.#file;
    if (held?.type === 'authority' && held.stage === stage) {
      if (held.certificates.at(-1) === next.certificate) return false;
    }
    await office.record({ ...grounds, ...this.#entry(this.#file) });
    return true;
  }

  /** The hub has the next authority's key, and a certificate by it. */
  async #giveHub({ next }: AuthorityChangeContent): Promise<void> {
    const { office, tls } = this.#parts;
    const { vault } = office;
    const present = await readRequired(vault, siteFiles.authority);
    if (present.certificate !== next.certificate) await vault.write(siteFiles.authority, next);
    const own = new X509Certificate((await readRequired(vault, siteFiles.tls)).certificate);
    if (readHolder(own, new X509Certificate(next.certificate)) === null) {
      await tls.rotate(office.site.site, null, office.random);
    }
  }

  #entry({ stage, next, earlier, handedOver }: AuthorityChangeContent): OfficeChange {
    const type = entries[stage];
    const certificates = stage === 'done' ? [next.certificate] : [earlier, next.certificate];
    return {
      type,
      documents: async (hubSeq): Promise<readonly DirectoryDocument[]> => [
        {
          _id: 'authority',
          type: 'authority',
          v: 1,
          hubSeq,
          stage,
          certificates,
          handedOver,
        },
        ...(stage === 'given' ? await this.#asked(hubSeq) : []),
      ],
    };
  }

  /**
   * Every station is asked for keys anew: those under way are certified by the earlier one. They count
   * until it has come with others, as it may have nothing else any more.
   */
  async #asked(hubSeq: number): Promise<readonly DirectoryDocument[]> {
    return (await this.#enabled()).map((held) => ({ ...held, hubSeq, renewal: hubSeq }));
  }

  async #keep(file: AuthorityChangeContent): Promise<void> {
    await this.#parts.office.vault.write(siteFiles.authorityChange, file);
    this.#file = file;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}

const entries = {
  told: 'authority.told',
  given: 'authority.given',
  done: 'authority.rotated',
} as const satisfies Record<Stage, OfficeChange['type']>;
