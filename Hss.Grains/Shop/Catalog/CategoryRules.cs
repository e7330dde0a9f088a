using System.Globalization;
using Hss.Grains.Entities;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Shop;

namespace Hss.Grains.Shop.Catalog;

/// <summary>The rules of categories.</summary>
public static class CategoryRules
{
    /// <summary>A name as it is kept: trimmed, each word with a capital.</summary>
    public static string Title(string name) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Trim().ToLowerInvariant());

    /// <summary>Why a category is not made or renamed (the fact file's words).</summary>
    public static Refusal NameTaken(string name) => new(CategoryCodes.NameTaken, $"Category '{name}' already exists");

    /// <summary>Whether a category may still be made here. It changes nothing: a repeated operation is answered by what it made before.</summary>
    public static Decision MayCreate(CategoryState state) => state.Status switch
    {
        "" => Decision.Unchanged,
        CategoryState.Abandoned => Decision.Refuse(RefusalCodes.Unavailable, "The category could not be made in time; try again"),
        _ => Decision.Refuse(RefusalCodes.Conflict, "The category exists"),
    };

    /// <summary>Makes it.</summary>
    public static Decision Create(CategoryState state, NameCategory command, DateTimeOffset now) =>
        MayCreate(state).Refusal is { } refusal ? refusal : Decision.Accept(new CategoryCreated(command.Name, command.UniqueName, now));

    /// <summary>Gives it another name and lets the old one go.</summary>
    public static Decision Rename(CategoryState state, NameCategory command, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        if (state.Name == command.Name)
            return Decision.Unchanged;
        var decision = Decision.Accept(new CategoryRenamed(command.Name, command.UniqueName, now));
        return command.UniqueName == state.UniqueName ? decision : decision.With(LetGo.Of(state.UniqueName));
    }

    /// <summary>Deletes it, unless products refer to it or are about to.</summary>
    /// <param name="products">How many products refer to it, looked up while nothing else can happen to the category.</param>
    public static Decision Delete(CategoryState state, long products, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        return products > 0 || !state.Holds.IsEmpty
            ? Decision.Refuse(CategoryCodes.InUse, "Cannot delete category - it has associated products. Move or delete its products first.")
            : Decision.Accept(new CategoryDeleted(now)).With(LetGo.Of(state.UniqueName));
    }

    /// <summary>Notes that a product is about to refer to it.</summary>
    public static Decision Hold(CategoryState state, EntityKey product, DateTimeOffset now)
    {
        if (!state.Exists)
            return NotFound(state);
        return state.Holds.Hold(product, () => new CategoryHeld(product, now + ICategoryGrain.HoldTime));
    }

    /// <summary>Ends the note.</summary>
    public static Decision Release(CategoryState state, EntityKey product) =>
        state.Holds.Release(product, () => new CategoryReleased(product));

    /// <summary>Decides, once and for all, that a category which was not made is never made.</summary>
    public static Decision Settle(CategoryState state, DateTimeOffset now) =>
        state.Status.Length == 0 ? Decision.Accept(new CategoryAbandoned(now)) : Decision.Unchanged;

    /// <summary>The state after an event.</summary>
    public static CategoryState Apply(CategoryState state, IEntityEvent e) => e switch
    {
        CategoryCreated c => state with { Status = CategoryState.Active, Name = c.Name, UniqueName = c.UniqueName },
        CategoryAbandoned => state with { Status = CategoryState.Abandoned },
        CategoryRenamed r => state with { Name = r.Name, UniqueName = r.UniqueName },
        CategoryHeld h => state with { Holds = state.Holds.Add(new(h.Product, h.Until)) },
        CategoryReleased r => state with { Holds = state.Holds.Without(r.Product) },
        CategoryDeleted => state with { Status = CategoryState.Deleted },
        _ => throw new InvalidOperationException($"A category has no event {e.GetType().Name}"),
    };

    private static Refusal NotFound(CategoryState state) => new(RefusalCodes.NotFound, $"Category with id {state.Id} not found");
}
