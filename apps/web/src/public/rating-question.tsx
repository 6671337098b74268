import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';

const SCORES = [
  [5, 'Rất hài lòng'],
  [4, 'Hài lòng'],
  [3, 'Bình thường'],
  [2, 'Không hài lòng'],
  [1, 'Rất không hài lòng'],
] as const;

/** One question, one answer for one code; nothing to write, so nothing that could tell who answered. */
export function RatingQuestion({
  code,
  rating,
  onRated,
}: {
  code: string;
  rating: Dto<'PublicRating'>;
  onRated: () => void;
}) {
  const [score, setScore] = useState(rating.score);
  const send = useMutation({
    mutationFn: (value: number) =>
      ok(
        api.PUT('/api/v1/public/status/{lookupCode}/rating', {
          params: { path: { lookupCode: code } },
          body: { score: value },
        }),
      ),
    onSuccess: onRated,
  });
  const problem = send.error ? toProblem(send.error) : null;
  const said = send.data ?? rating;
  const words = SCORES.find(([value]) => value === said.score)?.[1];
  return (
    <section className="answer no-print" aria-labelledby="rating">
      <h2 id="rating">Ông/bà có hài lòng với việc giải quyết không?</h2>
      {said.open ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (score) send.mutate(score);
          }}
        >
          <fieldset>
            <legend className="label" style={{ fontWeight: 400 }}>
              Chọn một mức. Không ai biết ông/bà chọn gì; cơ quan chỉ thấy tổng số lượt.
            </legend>
            {SCORES.map(([value, title]) => (
              <label key={value} className="pick">
                <input
                  type="radio"
                  name="score"
                  value={value}
                  checked={score === value}
                  onChange={() => setScore(value)}
                />
                <span>{title}</span>
              </label>
            ))}
          </fieldset>
          <button type="submit" className="big" disabled={!score || send.isPending}>
            {said.score ? 'Sửa đánh giá' : 'Gửi đánh giá'}
          </button>
        </form>
      ) : (
        <p>Ông/bà đã đánh giá: {words}. Đã hết thời gian sửa.</p>
      )}
      <div role="status">
        {send.isSuccess && (
          <p>
            <strong>Đã ghi: {words}.</strong>{' '}
            {said.until && `Có thể sửa đến hết ngày ${day(said.until)} (quy định nội bộ).`}
          </p>
        )}
      </div>
      {problem && (
        <p className="fault" role="alert">
          {problem.detail ?? problem.title}
        </p>
      )}
    </section>
  );
}
