using Hss.Tests.Api.Assets;
using Hss.Tests.Api.Assets.Accounts;

namespace Hss.Tests.Api.Documents;

/// <summary>Asset management: people, categories and places; assets, workflows and statistics have tables of their own.</summary>
internal static class SamsScenarios
{
    public const string Api = "/sams/api/v1";

    public static Scenarios All => new Scenarios
    {
        [$"POST {Api}/auth/login"] = s => s.Nobody.Post($"{Api}/auth/login", new { email = "employee@suresoft.com", password = "employee123!" }),
        [$"POST {Api}/auth/register"] = s => s.Nobody.Post(
            $"{Api}/auth/register", new { email = Stage.NewEmail(), password = Stage.Password, name = "Kim Min", employee_id = "E-1", department = "개발팀" }),
        [$"POST {Api}/auth/refresh"] = async s => await s.Nobody.Post($"{Api}/auth/refresh", new { refresh_token = (await People.Register(s.Http)).Refresh }),
        [$"POST {Api}/auth/logout"] = async s => await (await People.Register(s.Http)).Client.Post($"{Api}/auth/logout"),
        [$"GET {Api}/auth/me"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/auth/me"),
        [$"PUT {Api}/auth/change-password"] = async s => await (await People.Register(s.Http)).Client.Put(
            $"{Api}/auth/change-password", new { old_password = People.Password, new_password = "Another-horse-9" }),
        [$"GET {Api}/users"] = async s => await (await Sams.Admin(s.Http)).Get($"{Api}/users?limit=100"),
        [$"POST {Api}/users"] = async s => await (await Sams.Admin(s.Http)).Post(
            $"{Api}/users", new { email = Stage.NewEmail(), password = Stage.Password, name = "Lee Jun", role = "manager" }),
        [$"GET {Api}/users/{{id}}"] = async s =>
        {
            var person = await People.Register(s.Http);
            return await person.Client.Get($"{Api}/users/{person.Id}");
        },
        [$"PUT {Api}/users/{{id}}"] = async s => await (await Sams.Admin(s.Http)).Put(
            $"{Api}/users/{(await People.Register(s.Http)).Id}", new { name = "Choi Ha", department = (string?)null, is_active = false }),
        [$"DELETE {Api}/users/{{id}}"] = async s => await (await Sams.Admin(s.Http)).Delete($"{Api}/users/{(await People.Register(s.Http)).Id}"),
        [$"PATCH {Api}/users/{{id}}/role"] = async s =>
            await (await Sams.Admin(s.Http)).Patch($"{Api}/users/{(await People.Register(s.Http)).Id}/role?role=manager", null),
        [$"GET {Api}/categories"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/categories"),
        [$"POST {Api}/categories"] = async s => await (await Sams.Admin(s.Http)).Post(
            $"{Api}/categories", new { name = Sams.Unique(), code = Sams.Unique(), description = "Things" }),
        [$"GET {Api}/categories/{{id}}"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/categories/{await Sams.Category(s.Http)}"),
        [$"PUT {Api}/categories/{{id}}"] = async s => await (await Sams.Admin(s.Http)).Put(
            $"{Api}/categories/{await Sams.Category(s.Http)}", new { name = Sams.Unique(), description = (string?)null }),
        [$"DELETE {Api}/categories/{{id}}"] = async s => await (await Sams.Admin(s.Http)).Delete($"{Api}/categories/{await Sams.Category(s.Http)}"),
        [$"GET {Api}/locations"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/locations"),
        [$"POST {Api}/locations"] = async s => await (await Sams.Admin(s.Http)).Post(
            $"{Api}/locations", new { name = "Second floor", code = Sams.Unique(), site = "판교", building = "Main", floor = "2F", room = "201" }),
        [$"GET {Api}/locations/{{id}}"] = async s => await (await Sams.Employee(s.Http)).Get($"{Api}/locations/{await Sams.Location(s.Http)}"),
        [$"PUT {Api}/locations/{{id}}"] = async s => await (await Sams.Admin(s.Http)).Put($"{Api}/locations/{await Sams.Location(s.Http)}", new { floor = "3F" }),
        [$"DELETE {Api}/locations/{{id}}"] = async s => await (await Sams.Admin(s.Http)).Delete($"{Api}/locations/{await Sams.Location(s.Http)}"),
    };
}
