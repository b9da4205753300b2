using System.Text;
using CsCheck;
using ModelMonitor.Aws.Storage;
using ModelMonitor.Storage;
using ModelMonitor.Testing;

namespace ModelMonitor.Aws.Tests.Storage;

/// <summary>A local S3 and memory give the same answers to the same questions.</summary>
[Collection(nameof(LocalS3))]
public sealed class S3ObjectStorePropertyTests(LocalS3Fixture local)
{
    private static readonly Gen<string> Keys = Gen.OneOfConst(
        "a", "a/b", "a/b/c", "a-", "a b", "a+b", "a%20b", "A", "ü", "😀/x", "é/ﬀ", "..", "a/../b", "x//y", "?#&=", "'\"<>", "~!$()*,;:@");

    private static readonly Gen<(int Kind, string Key, string Other)> Steps = Gen.Select(Gen.Int[0, 6], Keys, Keys);

    [LocalS3Fact]
    public async Task AnySequence_OfPutsFindsListsAndReads_AnswersAsMemory() =>
        await Steps.Array[1, 30].SampleAsync(
            async steps =>
            {
                S3ObjectStore store = local.CreateStore();
                MemoryObjectStore memory = new(TimeProvider.System);
                for (int i = 0; i < steps.Length; i++)
                {
                    string expected = await TakeAsync(memory, steps[i], i);
                    Assert.Equal(expected, await TakeAsync(store, steps[i], i));
                }
            },
            iter: 30,
            threads: 1);

    /// <summary>Takes a step and puts its answer into words; ETags are each store's own, and are left out.</summary>
    private static async Task<string> TakeAsync(IObjectStore store, (int Kind, string Key, string Other) step, int number)
    {
        byte[] content = Encoding.UTF8.GetBytes(new string('x', number));
        switch (step.Kind)
        {
            case 0:
            case 1:
                return Words(await store.PutAsync(step.Key, content));
            case 2:
                return Words(await store.PutAsync(step.Key, content, PutCondition.Absent));
            case 3:
                string etag = (await store.FindAsync(step.Other))?.ETag ?? "none";
                return Words(await store.PutAsync(step.Key, content, PutCondition.Matching(etag)));
            case 4:
                return Words(await store.FindAsync(step.Key));
            case 5:
                return string.Join('\n', (await ObjectStoreContract.ListAsync(store, $"{Rune.GetRuneAt(step.Key, 0)}", step.Other)).Select(Words));
            default:
                return await store.FindAsync(step.Key) is null ? "absent" : await ObjectStoreContract.ReadAsync(store, step.Key, number / 2);
        }
    }

    private static string Words(StoredObject? stored) => stored is null ? "null" : $"{stored.Key} {stored.Size}";
}
