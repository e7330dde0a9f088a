using System.Net;
using Hss.Tests.Api;
using Hss.Tests.Api.Bookings;
using Hss.Tests.Shared.Processes;

namespace Hss.Tests.Cluster;

/// <summary>The same server as many silos: who is asked makes no difference.</summary>
public sealed class ClusterTests
{
    [Fact]
    public async Task ABooking_OfOneSilo_IsApprovedAndPaidThroughTheOther()
    {
        using var cluster = await Cluster.Start(2);
        var (one, other) = (cluster.Client(0), cluster.Client(1));
        var customer = await ApiClient.Customer(one);
        // Enough bookings that both silos host some.
        for (var i = 0; i < 8; i++)
        {
            var id = await Sample.Create(customer);
            var approved = await (await ApiClient.Staff(other)).Post($"/hss/api/v1/staff/bookings/{id}/approve");
            Assert.Equal(HttpStatusCode.OK, approved.Status);
            var paid = await new ApiClient(other, customer.Token).Post($"/hss/api/v1/bookings/{id}/payment");
            Assert.Equal(HttpStatusCode.OK, paid.Status);
            var seen = await customer.Get($"/hss/api/v1/bookings/{id}");
            Assert.Equal("paid", (string?)seen.Json!["status"]);
        }
    }

    [Fact]
    public async Task FiftyPaymentsThroughBothSilos_CaptureOnce()
    {
        using var cluster = await Cluster.Start(2);
        var customer = await ApiClient.Customer(cluster.Client(0));
        var id = await Sample.Create(customer);
        await (await ApiClient.Staff(cluster.Client(0))).Post($"/hss/api/v1/staff/bookings/{id}/approve");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(i => new ApiClient(cluster.Client(i % 2), customer.Token).Post($"/hss/api/v1/bookings/{id}/payment")));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.Equal(49, answers.Count(a => a.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task WhenASiloIsKilled_TheOtherServesEverythingThatWasAcknowledged()
    {
        using var cluster = await Cluster.Start(2);
        var staff = await ApiClient.Staff(cluster.Client(0));
        var customer = await ApiClient.Customer(cluster.Client(0));
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Sample.Create(customer)));
        cluster.Kill(1);

        foreach (var id in ids)
        {
            var answer = await Until(() => staff.Post($"/hss/api/v1/staff/bookings/{id}/approve"), HttpStatusCode.OK);
            Assert.Equal("approved", (string?)answer.Json!["status"]);
        }

        // A new silo takes its share.
        var added = await cluster.AddSilo();
        var seen = await new ApiClient(cluster.Client(added), customer.Token).Get($"/hss/api/v1/bookings/{ids[0]}");
        Assert.Equal("approved", (string?)seen.Json!["status"]);
    }

    [Fact]
    public async Task AFaultOfTheDatabase_IsToldThroughTheOtherSilo()
    {
        using var cluster = await Cluster.Start(2);
        var staff = await ApiClient.Staff(cluster.Client(0));
        var customer = await ApiClient.Customer(cluster.Client(0));
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Sample.Create(customer)));
        cluster.Postgres.Kill();

        var answers = await Task.WhenAll(ids.Select(id => staff.Post($"/hss/api/v1/staff/bookings/{id}/approve")));

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (a.Status, a.Header("Retry-After") is not null)));
        cluster.Postgres.Restart();
        foreach (var id in ids)
            await Until(() => staff.Post($"/hss/api/v1/staff/bookings/{id}/approve"), HttpStatusCode.OK);
    }

    [Fact]
    public async Task OnSQLite_ASiloDoesNotStartAndSaysWhy()
    {
        var folder = Directory.CreateTempSubdirectory("hss-cluster-").FullName;
        using var silo = ServerProcess.Launch(folder, new Dictionary<string, string>());
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await silo.Exited(guard.Token);
        Assert.Equal(2, silo.ExitCode);
        Assert.StartsWith("DB_ENGINE: ", Assert.Single((await silo.Errors()).Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    // A silo's death is found out within seconds; meanwhile its grains answer 503. Approving twice changes nothing.
    private static async Task<ApiAnswer> Until(Func<Task<ApiAnswer>> send, HttpStatusCode wanted)
    {
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            var answer = await send();
            if (answer.Status == wanted)
                return answer;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
            await Task.Delay(100, guard.Token);
        }
    }
}
