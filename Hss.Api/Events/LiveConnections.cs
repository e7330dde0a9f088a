using System.Collections.Concurrent;

namespace Hss.Api.Events;

/// <summary>Counts the live connections of each account in this process.</summary>
public sealed class LiveConnections
{
    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>Counts one more; null when the account has as many as it may. Disposing counts it off, once.</summary>
    public IDisposable? TryOpen(string account, int limit)
    {
        if (_open.AddOrUpdate(account, 1, static (_, n) => n + 1) <= limit)
            return new Connection(this, account);
        Close(account);
        return null;
    }

    private void Close(string account)
    {
        if (_open.AddOrUpdate(account, 0, static (_, n) => n - 1) == 0)
            _open.TryRemove(KeyValuePair.Create(account, 0));
    }

    private sealed class Connection(LiveConnections owner, string account) : IDisposable
    {
        private int _closed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _closed, 1) == 0)
                owner.Close(account);
        }
    }
}
