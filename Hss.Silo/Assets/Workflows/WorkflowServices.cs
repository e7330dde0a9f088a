using Hss.Silo.Effects;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Silo.Assets.Workflows;

/// <summary>Puts workflows together.</summary>
internal static class WorkflowServices
{
    /// <summary>Adds all of them.</summary>
    public static IServiceCollection AddWorkflows(this IServiceCollection services) => services
        .AddSingleton<WorkflowService>()
        .AddSingleton<WorkflowQueries>()
        .AddSingleton<WorkflowParties>()
        .AddSingleton<WorkflowMail>()
        .AddSingleton<IEffectHandler, WorkflowRequestedHandler>()
        .AddSingleton<IEffectHandler, WorkflowDecidedHandler>()
        .AddSingleton<IEffectHandler, WorkflowReturnDueHandler>();
}
