using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Testing.Databases;

/// <summary>Another way to a test database, on which the answer to a commit may get lost and the database fall silent.</summary>
public sealed class LossyDatabase : IAsyncDisposable
{
    private readonly Loss _loss = new();
    private readonly ServiceProvider _services;

    public LossyDatabase(TestDatabase database)
    {
        var services = new ServiceCollection().AddPortalData(database.Provider, database.ConnectionString);
        if (database.Provider is DatabaseProvider.Sqlite)
            services.ConfigureDbContext<SqlitePortalDbContext>((_, options) => options.AddInterceptors(_loss));
        else
            services.ConfigureDbContext<PostgresPortalDbContext>((_, options) => options.AddInterceptors(_loss));
        _services = services.BuildServiceProvider();
    }

    public IDbContextFactory<PortalDbContext> Contexts => _services.GetRequiredService<IDbContextFactory<PortalDbContext>>();

    public PortalWriter Writer => _services.GetRequiredService<PortalWriter>();

    /// <summary>The next commit happens, and whoever asked for it hears of a failure.</summary>
    /// <param name="thenSilent">Whether nothing is answered from then on, until <see cref="AnswerAgain"/>.</param>
    public void LoseNextCommit(bool thenSilent) => (_loss.IsNext, _loss.IsThenSilent) = (true, thenSilent);

    /// <summary>Nothing is answered until <see cref="AnswerAgain"/>.</summary>
    public void FallSilent() => _loss.IsSilent = true;

    public void AnswerAgain() => _loss.IsSilent = false;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class Loss : DbTransactionInterceptor, IDbConnectionInterceptor
    {
        public bool IsNext { get; set; }

        public bool IsThenSilent { get; set; }

        public bool IsSilent { get; set; }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!IsNext)
                return Task.CompletedTask;
            (IsNext, IsSilent) = (false, IsThenSilent);
            throw new IOException("The answer to the commit was lost.");
        }

        public ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            IsSilent ? throw new IOException("The database does not answer.") : ValueTask.FromResult(result);
    }
}
