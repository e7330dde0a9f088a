using System.Net;
using Hss.Silo.Hosting;
using Microsoft.Extensions.Configuration;

namespace Hss.Tests.Unit.Hosting;

public sealed class GrainSettingsTests
{
    [Fact]
    public void WithoutSettings_TheOrleansEngineJoinsTheClusterHss()
    {
        var (settings, faults) = Read(clustered: true);

        Assert.Empty(faults);
        Assert.Equal(new GrainSettings(NodeRole.All, TimeSpan.FromMinutes(15), true, null, 11111, 0, "hss", "hss"), settings);
    }

    [Fact]
    public void AllSettings_AreRead()
    {
        var (settings, faults) = Read(
            clustered: true,
            DatabaseEngine.Postgres,
            ("HSS_GRAIN_IDLE_MINUTES", "5"), ("HSS_SILO_ADDRESS", "10.0.0.7"), ("HSS_SILO_PORT", "12000"), ("HSS_GATEWAY_PORT", "12001"),
            ("HSS_CLUSTER_ID", "blue"), ("HSS_SERVICE_ID", "hss-live"));

        Assert.Empty(faults);
        Assert.Equal(new GrainSettings(NodeRole.All, TimeSpan.FromMinutes(5), true, IPAddress.Parse("10.0.0.7"), 12000, 12001, "blue", "hss-live"), settings);
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, "true", false)]
    [InlineData(false, null, false)]
    [InlineData(false, "false", false)]
    public void TheDatabase_IsSharedByManySilosOnly(bool clustered, string? alone, bool shared) =>
        Assert.Equal(shared, Read(clustered, DatabaseEngine.Postgres, ("HSS_SINGLE_SILO", alone)).Settings.ManySilos);

    [Theory]
    [InlineData(null, false, NodeRole.All, 0)]
    [InlineData("all", false, NodeRole.All, 0)]
    [InlineData("api", false, NodeRole.Api, 0)]
    [InlineData(null, true, NodeRole.Silo, 30000)]
    [InlineData("silo", true, NodeRole.Silo, 30000)]
    public void TheRole_IsTheProgramsOrTheSettings(string? text, bool silo, NodeRole role, int gateway)
    {
        var (settings, faults) = Read(clustered: true, DatabaseEngine.Postgres, silo, ("HSS_ROLE", text));
        Assert.Empty(faults);
        Assert.Equal((role, gateway), (settings.Role, settings.GatewayPort));
    }

    [Theory]
    [InlineData("api", false, false, "this build is one process for all; 'api' needs the cluster's engine")]
    [InlineData("silo", false, false, "this build is one process for all; 'silo' needs the cluster's engine")]
    [InlineData("silo", true, false, "start Hss.Silo for 'silo'")]
    [InlineData("api", true, true, "Hss.Silo is a silo; start Hss.Api for 'api'")]
    [InlineData("worker", true, false, "'worker' is none of all, api, silo")]
    public void ARoleThatTheProgramCannotHave_IsOneLine(string role, bool clustered, bool silo, string words)
    {
        var fault = Assert.Single(Read(clustered, DatabaseEngine.Postgres, silo, ("HSS_ROLE", role)).Faults);
        Assert.StartsWith($"HSS_ROLE: {words}", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ASingleSilo_HasItsApi() => Assert.StartsWith(
        "HSS_SINGLE_SILO: ", Assert.Single(Read(clustered: true, DatabaseEngine.Postgres, false, ("HSS_ROLE", "api"), ("HSS_SINGLE_SILO", "true")).Faults), StringComparison.Ordinal);

    [Fact]
    public void SQLite_IsRefusedByTheOrleansEngineWhichSaysWhy()
    {
        Assert.Empty(Read(clustered: false, DatabaseEngine.Sqlite).Faults);
        var fault = Assert.Single(Read(clustered: true, DatabaseEngine.Sqlite, ("HSS_SINGLE_SILO", "true")).Faults);
        Assert.StartsWith("DB_ENGINE: the cluster's engine needs postgres; SQLite is a file of one process", fault, StringComparison.Ordinal);
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
        var fault = Assert.Single(Read(clustered: true, DatabaseEngine.Postgres, (name, value)).Faults);
        Assert.StartsWith($"{name}: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
    }

    private static (GrainSettings Settings, string[] Faults) Read(
        bool clustered, DatabaseEngine database = DatabaseEngine.Postgres, params (string Name, string? Value)[] settings) =>
        Read(clustered, database, false, settings);

    private static (GrainSettings Settings, string[] Faults) Read(
        bool clustered, DatabaseEngine database, bool silo, params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();
        var reader = new SettingsReader(configuration);
        var read = GrainSettings.Read(reader, database, clustered, silo);
        return (read, [.. reader.Faults]);
    }
}
