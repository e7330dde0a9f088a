using System.Collections.Concurrent;
using Hss.Interfaces.Identity;

namespace Hss.Silo.Identity;

/// <summary>
/// Who stands behind a session, asked of the session itself and remembered for a moment. Where sessions are in the same process nothing is
/// remembered; where they may be on another machine, an end or a change of roles counts after <see cref="Most"/> at the latest.
/// </summary>
/// <param name="ask">Asks the session: the account as it is now, or null when the session has ended.</param>
/// <param name="keep">How long an answer counts; zero for not at all.</param>
public sealed class SessionCache(Func<string, Task<AccountView?>> ask, TimeSpan keep, TimeProvider time)
{
    /// <summary>How long an answer counts at most, from the question on.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromMilliseconds(500);

    // Longer than a request may take with all that it calls: whatever it changes is changed, or given up, before.
    private static readonly TimeSpan ChangeTime = TimeSpan.FromSeconds(40);

    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _changing = new(StringComparer.Ordinal);
    private long _sweptAt = time.GetTimestamp();

    /// <summary>The account behind a session, or null when it has ended.</summary>
    /// <exception cref="Hss.Interfaces.Entities.JournalException">The session cannot be asked now.</exception>
    public async ValueTask<AccountView?> Check(string session)
    {
        if (keep == TimeSpan.Zero)
            return await ask(session).ConfigureAwait(false);
        if (_answers.TryGetValue(session, out var known) && IsGood(session, known))
            return known.Account;
        var asked = time.GetTimestamp();
        var account = await ask(session).ConfigureAwait(false);
        if (account is null)
            _answers.TryRemove(session, out _);
        else
            _answers[session] = new(account, asked);
        Sweep();
        return account;
    }

    /// <summary>
    /// This process is about to change a session or an account: what is asked from now on is asked of the session, so that the change counts here
    /// as soon as it is answered.
    /// </summary>
    /// <param name="id">The id of the session or account.</param>
    public void Changing(string id)
    {
        if (keep > TimeSpan.Zero)
            _changing[id] = time.GetTimestamp();
    }

    private bool IsGood(string session, Answer answer) =>
        time.GetElapsedTime(answer.Asked) < keep && !IsChanging(session) && !IsChanging(answer.Account.Id);

    private bool IsChanging(string id) => _changing.TryGetValue(id, out var since) && time.GetElapsedTime(since) < ChangeTime;

    // Once a while, whoever comes by takes away what counts no more.
    private void Sweep()
    {
        var swept = Volatile.Read(ref _sweptAt);
        if (time.GetElapsedTime(swept) < ChangeTime || Interlocked.CompareExchange(ref _sweptAt, time.GetTimestamp(), swept) != swept)
            return;
        foreach (var (session, answer) in _answers)
        {
            if (time.GetElapsedTime(answer.Asked) >= keep)
                _answers.TryRemove(new(session, answer));
        }

        foreach (var (id, since) in _changing)
        {
            if (time.GetElapsedTime(since) >= ChangeTime)
                _changing.TryRemove(new(id, since));
        }
    }

    private sealed record Answer(AccountView Account, long Asked);
}
