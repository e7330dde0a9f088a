using System.Net;
using Hss.Silo.Identity;
using Hss.Tests.Api.Shop;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api.Reservations;

/// <summary>Where the operator has chosen that a name is enough (<c>Reservations:NoAuth</c>).</summary>
public sealed class NoAuthTests : IAsyncLifetime
{
    private ApiServer _server = null!;

    private ApiClient Nobody => new(_server.Client);

    public async Task InitializeAsync() => _server = await ApiServer.Start(new() { ["Reservations:NoAuth"] = "true" });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task ANameAlone_MakesAUser_AndIsTheSameUserNextTime()
    {
        Assert.True((bool)(await Nobody.Get("/reservia/info/is_alive")).Json!["no_auth"]!);
        var first = await Enter("Walk-in");
        var status = (await first.Get("/session/status")).Json!;
        Assert.Equal(("Walk-in", "user", null), ((string?)status["user_name"], (string?)status["role"], (string?)status["user_email"]));
        Assert.Equal((long)status["user_id"]!, (long)(await (await Enter("walk-in")).Get("/session/status")).Json!["user_id"]!);
        Assert.Equal(HttpStatusCode.Created, (await first.Post("/reservation/request", new { resource_id = 1 })).Status);
    }

    [Fact]
    public async Task ANameAlone_NeverEntersWhatAPasswordOrAHigherRoleProtects()
    {
        Assert.Equal(HttpStatusCode.Created, (await Nobody.Post("/reservia/admin/user/add", new { name = "Guarded", email = "guarded@example.org", password = "x" })).Status);
        foreach (var name in (string[])["admin", "super", "Guarded"])
        {
            var answer = await Nobody.Post("/reservia/session/login", new { name });
            Assert.Equal((HttpStatusCode.Unauthorized, """{"error":"Invalid credentials"}"""), (answer.Status, answer.Text));
        }

        await Member.SignIn(_server.Client, "Guarded", "x");
    }

    [Fact]
    public async Task AHigherRoleWithoutAPassword_IsNotEnteredByName()
    {
        await Enter("Promoted");
        var account = (await _server.Services.GetRequiredService<IdentityService>().FindByUsername("Promoted"))!;
        var given = await (await ApiClient.Operator(_server.Client)).Send(HttpMethod.Put, $"/api/v1/users/{account.Id}/roles", new { roles = new { reservia = "admin" } });
        Assert.Equal(HttpStatusCode.OK, given.Status);
        var answer = await Nobody.Post("/reservia/session/login", new { name = "Promoted" });
        Assert.Equal((HttpStatusCode.Unauthorized, """{"error":"Invalid credentials"}"""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task UserAddAndList_AreOpen_AndNothingElseIs()
    {
        Assert.Equal(HttpStatusCode.OK, (await Nobody.Get("/reservia/info/users")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody.Post("/reservia/admin/resource/add", new { name = "x" })).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody.Get("/reservia/info/resources")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Nobody.Post("/reservia/reservation/request", new { resource_id = 1 })).Status);
    }

    private async Task<Member> Enter(string name)
    {
        var answer = await Nobody.Post("/reservia/session/login", new { name });
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return new(_server.Client, Shopping.Cookie(answer, "session"));
    }
}
