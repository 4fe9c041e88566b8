'use client';

import { useState } from 'react';
import type { ReplyView, ThreadView } from '#lib/newsroom/conversation-shapes.ts';
import { formatMoment } from '#lib/newsroom/labels.ts';
import type { CardDesk } from './card-desk.ts';
import { RemarkForm } from './remark-form.tsx';
import { RemarkWords } from './remark-words.tsx';
import type { Standing } from './text-order.ts';

/** A comment with its answers, and what can be done with it. */
export function ThreadCard({ thread, standing, desk }: { thread: ThreadView; standing: Standing; desk: CardDesk }) {
  const { conversation, timeZone } = desk;
  const { view, say } = conversation;
  const [isAnswering, setIsAnswering] = useState(false);
  const [trouble, setTrouble] = useState('');
  const settle = async () => {
    const act = thread.resolved === null ? 'resolve' : 'reopen';
    setTrouble((await say({ act, commentId: thread.id })) ?? '');
  };
  return (
    <>
      <RemarkWords id={thread.id} anchor={thread} standing={standing} editor={desk.editor} />
      <Said said={thread} timeZone={timeZone} />
      {thread.replies.map((reply) => (
        <Said key={reply.id} said={reply} timeZone={timeZone} />
      ))}
      {thread.resolved !== null && (
        <p className="muted small">
          ✓ Diselesaikan {thread.resolved.by}, {formatMoment(new Date(thread.resolved.at), timeZone)}
        </p>
      )}
      {isAnswering ? (
        <RemarkForm
          label={`Balas ${thread.by}`}
          button="Kirim balasan"
          people={view.people}
          say={say}
          remark={(text, mentions) => ({ act: 'reply', commentId: thread.id, text, mentions })}
          onDone={() => setIsAnswering(false)}
        />
      ) : (
        view.mayRemark && (
          <p className="row">
            <button type="button" onClick={() => setIsAnswering(true)}>
              Balas
            </button>
            <button type="button" onClick={() => void settle()}>
              {thread.resolved === null ? 'Selesai' : 'Buka lagi'}
            </button>
          </p>
        )
      )}
      {trouble !== '' && (
        <p className="field-error" role="alert">
          {trouble}
        </p>
      )}
    </>
  );
}

function Said({ said, timeZone }: { said: ReplyView; timeZone: string }) {
  return (
    <div className="remark-said">
      <p className="small">
        <strong>{said.by}</strong>
        {said.isGuest && ' (tamu)'} <span className="muted">{formatMoment(new Date(said.at), timeZone)}</span>
        {said.isUnseen && <span className="remark-unseen"> ● Menyebut Anda</span>}
      </p>
      <p className="remark-text">{said.text}</p>
    </div>
  );
}
