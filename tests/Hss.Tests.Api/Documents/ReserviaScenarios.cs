using Hss.Tests.Api.Reservations;

namespace Hss.Tests.Api.Documents;

/// <summary>Reservation queues.</summary>
internal static class ReserviaScenarios
{
    private const string Mount = "/reservia";

    public static Scenarios All => new()
    {
        [$"POST {Mount}/session/login"] = async s => await s.Nobody.Post($"{Mount}/session/login", new { name = "admin", password = "admin" }),
        [$"POST {Mount}/session/logout"] = async s => await (await Queueing.User(s.Http)).Member.Post("/session/logout"),
        [$"GET {Mount}/session/status"] = async s => await (await Queueing.Admin(s.Http)).Get("/session/status"),
        [$"GET {Mount}/info/is_alive"] = async s => await s.Nobody.Get($"{Mount}/info/is_alive"),
        [$"GET {Mount}/info/get_version"] = async s => await s.Nobody.Get($"{Mount}/info/get_version"),
        [$"GET {Mount}/info/resources"] = async s => await (await Queueing.Admin(s.Http)).Get("/info/resources"),
        [$"GET {Mount}/admin/resources"] = async s => await (await Queueing.Admin(s.Http)).Get("/admin/resources"),
        [$"GET {Mount}/info/users"] = async s => await (await Queueing.Admin(s.Http)).Get("/info/users"),
        [$"GET {Mount}/info/utilisation"] = async s => await (await Queueing.Admin(s.Http)).Get("/info/utilisation"),
        [$"POST {Mount}/admin/user/add"] = async s => await (await Queueing.Admin(s.Http)).Post(
            "/admin/user/add", new { name = $"n{Guid.NewGuid():N}", email = Stage.NewEmail(), password = "x" }),
        [$"POST {Mount}/admin/user/modify"] = async s => await (await Queueing.Admin(s.Http)).Post(
            "/admin/user/modify", new { user_id = (await Queueing.User(s.Http)).Id, email = Stage.NewEmail(), password = "y", priority = 7 }),
        [$"POST {Mount}/admin/resource/add"] = async s => await (await Queueing.Admin(s.Http)).Post(
            "/admin/resource/add", new { name = $"r{Guid.NewGuid():N}", comment = "by the door", capacity = 2 }),
        [$"POST {Mount}/admin/resource/modify"] = async s => await (await Queueing.Admin(s.Http)).Post(
            "/admin/resource/modify", new { resource_id = await Queueing.Resource(s.Http), comment = "by the window", state = "maintenance" }),
        [$"POST {Mount}/reservation/request"] = async s => await (await Newcomer(s)).Do("request", await Queueing.Resource(s.Http)),
        [$"POST {Mount}/reservation/cancel"] = async s => await Waiting(s) is var (user, resource) ? await user.Do("cancel", resource) : null!,
        [$"POST {Mount}/reservation/release"] = async s => await Holding(s) is var (user, resource) ? await user.Do("release", resource) : null!,
        [$"POST {Mount}/reservation/keep_alive"] = async s => await Holding(s) is var (user, resource) ? await user.Do("keep_alive", resource) : null!,
        [$"POST {Mount}/reservation/priority"] = Prioritise,
        [$"GET {Mount}/reservation/active"] = s => Read(s, "active"),
        [$"GET {Mount}/reservation/active/user"] = s => Read(s, "active/user"),
        [$"GET {Mount}/reservation/active/all_users"] = s => Read(s, "active/all_users"),
        [$"GET {Mount}/reservation/position"] = s => Read(s, "position"),
        [$"GET {Mount}/reservation/history"] = s => Read(s, "history"),
        // A stream never ends; what comes in it is LiveTests'.
        [$"GET {Mount}/reservation/live"] = async s => await Holding(s) is var (user, resource)
            ? await user.Send(HttpMethod.Head, $"{Mount}/reservation/live?resource_id={resource}", null) : null!,
    };

    private static async Task<ApiClient> Newcomer(Stage s) => (await Queueing.Users(s.Http, 1))[0];

    private static async Task<(ApiClient User, long Resource)> Holding(Stage s)
    {
        var (user, resource) = (await Newcomer(s), await Queueing.Resource(s.Http));
        await user.Do("request", resource);
        return (user, resource);
    }

    private static async Task<(ApiClient User, long Resource)> Waiting(Stage s)
    {
        var (_, resource) = await Holding(s);
        var user = await Newcomer(s);
        await user.Do("request", resource);
        return (user, resource);
    }

    private static async Task<ApiAnswer> Read(Stage s, string what) =>
        await Waiting(s) is var (user, resource) ? await user.Get($"{Mount}/reservation/{what}{(what == "active/all_users" ? "" : $"?resource_id={resource}")}") : null!;

    private static async Task<ApiAnswer> Prioritise(Stage s)
    {
        var (_, resource) = await Holding(s);
        var (member, id, _) = await Queueing.User(s.Http);
        await member.Post("/reservation/request", new { resource_id = resource });
        return await (await Queueing.Admin(s.Http)).Post("/reservation/priority", new { resource_id = resource, user_id = id, priority = 9 });
    }
}
