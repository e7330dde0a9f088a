using System.Net;
using Hss.Silo.Hosting;
using Microsoft.Extensions.Configuration;

namespace Hss.Tests.Unit.Hosting;

public sealed class GrainSettingsTests
{
    [Fact]
    public void WithoutSettings_TheOrleansEngineJoinsTheClusterHss()
    {
        var (settings, faults) = Read(orleans: true);

        Assert.Empty(faults);
        Assert.Equal(new GrainSettings(TimeSpan.FromMinutes(15), true, null, 11111, 0, "hss", "hss"), settings);
    }

    [Fact]
    public void AllSettings_AreRead()
    {
        var (settings, faults) = Read(
            orleans: true,
            DatabaseEngine.Postgres,
            ("HSS_GRAIN_IDLE_MINUTES", "5"), ("HSS_SILO_ADDRESS", "10.0.0.7"), ("HSS_SILO_PORT", "12000"), ("HSS_GATEWAY_PORT", "12001"),
            ("HSS_CLUSTER_ID", "blue"), ("HSS_SERVICE_ID", "hss-live"));

        Assert.Empty(faults);
        Assert.Equal(new GrainSettings(TimeSpan.FromMinutes(5), true, IPAddress.Parse("10.0.0.7"), 12000, 12001, "blue", "hss-live"), settings);
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, "true", false)]
    [InlineData(false, null, false)]
    [InlineData(false, "false", false)]
    public void TheDatabase_IsSharedByManySilosOnly(bool orleans, string? alone, bool shared) =>
        Assert.Equal(shared, Read(orleans, DatabaseEngine.Postgres, ("HSS_SINGLE_SILO", alone)).Settings.ManySilos);

    [Fact]
    public void SQLite_IsRefusedByTheOrleansEngineWhichSaysWhy()
    {
        Assert.Empty(Read(orleans: false, DatabaseEngine.Sqlite).Faults);
        var fault = Assert.Single(Read(orleans: true, DatabaseEngine.Sqlite, ("HSS_SINGLE_SILO", "true")).Faults);
        Assert.StartsWith("DB_ENGINE: the Orleans engine needs postgres; SQLite is a file of one process", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HSS_GRAIN_IDLE_MINUTES", "1")]
    [InlineData("HSS_SILO_PORT", "0")]
    [InlineData("HSS_SILO_PORT", "many")]
    [InlineData("HSS_GATEWAY_PORT", "65536")]
    [InlineData("HSS_GATEWAY_PORT", "11111")]
    [InlineData("HSS_SILO_ADDRESS", "0.0.0.0")]
    [InlineData("HSS_SILO_ADDRESS", "::")]
    [InlineData("HSS_SILO_ADDRESS", "silo-1.example.org")]
    [InlineData("HSS_CLUSTER_ID", "a b")]
    [InlineData("HSS_SERVICE_ID", "a/b")]
    [InlineData("HSS_SINGLE_SILO", "perhaps")]
    public void AWrongSetting_IsOneLineThatNamesIt(string name, string value)
    {
        var fault = Assert.Single(Read(orleans: true, DatabaseEngine.Postgres, (name, value)).Faults);
        Assert.StartsWith($"{name}: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
    }

    private static (GrainSettings Settings, string[] Faults) Read(
        bool orleans, DatabaseEngine database = DatabaseEngine.Postgres, params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();
        var reader = new SettingsReader(configuration);
        var read = GrainSettings.Read(reader, database, orleans);
        return (read, [.. reader.Faults]);
    }
}
