using Hss.Grains.Entities.Journal;
using Hss.Silo.Journal.Postgres;

namespace Hss.Tests.Journal.Postgres;

[Collection(PostgresCollection.Name)]
public sealed class PostgresJournalTests(PostgresFixture postgres) : JournalContract
{
    private readonly PostgresJournalOptions _options = new() { ConnectionString = postgres.Server.CreateDatabase(), Shared = true };
    private readonly List<PostgresJournal> _open = [];

    protected override IJournal Journal => _open[0];

    public override async Task InitializeAsync() => _open.Add(await PostgresJournal.Open(_options, TimeProvider.System));

    public override async Task DisposeAsync()
    {
        foreach (var journal in _open)
            await journal.DisposeAsync();
    }

    protected override async Task<IJournal> Reopen()
    {
        _open.Add(await PostgresJournal.Open(_options, TimeProvider.System));
        return _open[^1];
    }
}
