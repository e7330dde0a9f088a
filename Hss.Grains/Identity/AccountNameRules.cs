using Hss.Grains.Entities;
using Hss.Interfaces.Entities;

namespace Hss.Grains.Identity;

/// <summary>The rules of what an account is called by: its e-mail and its username, each held by a name grain.</summary>
public static class AccountNameRules
{
    /// <summary>Gives a username to an account that has none.</summary>
    public static Decision TakeUsername(AccountState state, string username, EntityKey name, DateTimeOffset now)
    {
        if (!state.Exists)
            return AccountRules.NotFound;
        if (state.Names.Contains(name))
            return Decision.Unchanged;
        return state.Username is null
            ? Decision.Accept(new UsernameTaken(username, name, now))
            : Decision.Refuse(RefusalCodes.Conflict, "The account has another username");
    }

    /// <summary>Gives the account another e-mail. Its first name is the e-mail's.</summary>
    public static Decision ChangeEmail(AccountState state, string email, EntityKey name, DateTimeOffset now)
    {
        if (!state.Exists)
            return AccountRules.NotFound;
        return state.Email == email
            ? Decision.Unchanged
            : Decision.Accept(new EmailChanged(email, name, state.Names[0], now)).With(LetGo.Of(state.Names[0]));
    }
}
