using Hss.Tests.Shared.Postgres;

namespace Hss.Tests.Journal.Postgres;

/// <summary>One server for all tests of the collection; each test makes its own database in it.</summary>
public sealed class PostgresFixture : IDisposable
{
    public PostgresServer Server { get; } = PostgresServer.Start();

    public void Dispose() => Server.Dispose();
}

[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}
