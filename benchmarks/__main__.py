"""All measurements, one after another: `make bench`."""

from benchmarks import archives, extract, metrics, refresh, resolve

if __name__ == "__main__":
    refresh.main([0, 10_000])
    print("\nreading archives")
    archives.main([10_000, 100_000])
    print("\nextraction")
    extract.main()
    print("\nresolution of made claims")
    resolve.main(100_000)
    print("\nmetrics and checks on made facts")
    metrics.main([200_000])
